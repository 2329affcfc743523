package org.bulbil.sandbox.chain.esplora;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.OP_PUSHDATA;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.ScriptElt;
import java.util.stream.Collectors;

/** A script in words, as Esplora writes it: {@code OP_0 OP_PUSHBYTES_20 …}. */
final class ScriptText {

  private static final int DIRECT_PUSH_MAX = 75;

  private ScriptText() {}

  static String of(ByteVector script) {
    try {
      return Script.parse(script).stream().map(ScriptText::of).collect(Collectors.joining(" "));
    } catch (RuntimeException e) { // Bytes that are no script are legal, and happen.
      return "<unreadable>";
    }
  }

  private static String of(ScriptElt element) {
    if (element instanceof OP_PUSHDATA push) {
      int size = push.data.size();
      return (size <= DIRECT_PUSH_MAX ? "OP_PUSHBYTES_" + size : "OP_PUSHDATA1")
          + " "
          + push.data.toHex();
    }
    return element.getClass().getSimpleName().replaceFirst("^OP_(?=[1-9])", "OP_PUSHNUM_");
  }
}
