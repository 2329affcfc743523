package org.bulbil.sandbox.chain.rules;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.OP_CHECKMULTISIG;
import fr.acinq.bitcoin.OP_CHECKSIG;
import fr.acinq.bitcoin.OP_PUSHDATA;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.ScriptElt;
import java.util.List;
import java.util.Optional;

/** The kinds of output script, under the names that Esplora gives them. */
public enum ScriptType {
  P2PKH("p2pkh"),
  P2SH("p2sh"),
  P2WPKH("v0_p2wpkh"),
  P2WSH("v0_p2wsh"),
  P2TR("v1_p2tr"),
  ANCHOR("anchor"),
  P2PK("p2pk"),
  MULTISIG("multisig"),
  DATA("op_return"),
  EMPTY("empty"),
  UNKNOWN("unknown");

  private static final int OP_RETURN = 0x6a;

  /** Pay to anchor: version 1 and two bytes. */
  private static final ByteVector ANCHOR_SCRIPT = ByteVector.fromHex("51024e73");

  private final String label;

  ScriptType(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static ScriptType of(ByteVector script) {
    if (script.isEmpty()) {
      return EMPTY;
    }
    if (script.equals(ANCHOR_SCRIPT)) {
      return ANCHOR;
    }
    if ((script.get(0) & 0xff) == OP_RETURN) {
      return DATA;
    }
    return parsed(script).map(ScriptType::of).orElse(UNKNOWN);
  }

  /** Whether nodes relay an output of this kind. */
  boolean isStandard() {
    return this != UNKNOWN && this != EMPTY;
  }

  private static Optional<List<ScriptElt>> parsed(ByteVector script) {
    try {
      return Optional.of(Script.parse(script));
    } catch (RuntimeException e) { // Bytes that are no script at all are legal in an output.
      return Optional.empty();
    }
  }

  private static ScriptType of(List<ScriptElt> script) {
    if (Script.isPay2pkh(script)) {
      return P2PKH;
    }
    if (Script.isPay2sh(script)) {
      return P2SH;
    }
    if (Script.isPay2wpkh(script)) {
      return P2WPKH;
    }
    if (Script.isPay2wsh(script)) {
      return P2WSH;
    }
    return Script.isPay2tr(script) ? P2TR : bare(script);
  }

  private static ScriptType bare(List<ScriptElt> script) {
    var last = script.getLast();
    if (last.equals(OP_CHECKSIG.INSTANCE)
        && script.size() == 2
        && script.getFirst() instanceof OP_PUSHDATA) {
      return P2PK;
    }
    return last.equals(OP_CHECKMULTISIG.INSTANCE) ? MULTISIG : UNKNOWN;
  }
}
