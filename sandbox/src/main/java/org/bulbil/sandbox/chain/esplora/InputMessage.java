package org.bulbil.sandbox.chain.esplora;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.TxIn;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;
import org.bulbil.sandbox.chain.rules.Coin;

/** An input; that of a coinbase has no previous output. */
@Json(naming = Json.Naming.LowerUnderscore)
record InputMessage(
    String txid,
    long vout,
    Optional<OutputMessage> prevout,
    String scriptsig,
    String scriptsigAsm,
    Optional<List<String>> witness,
    boolean isCoinbase,
    long sequence) {

  static InputMessage of(TxIn input, Optional<Coin> spent) {
    return new InputMessage(
        input.outPoint.txid.toString(),
        input.outPoint.index,
        spent.map(coin -> OutputMessage.of(coin.output())),
        input.signatureScript.toHex(),
        spent.isEmpty() ? "" : ScriptText.of(input.signatureScript),
        witness(input),
        spent.isEmpty(),
        input.sequence);
  }

  private static Optional<List<String>> witness(TxIn input) {
    return Optional.of(input.witness.stack.stream().map(ByteVector::toHex).toList())
        .filter(stack -> !stack.isEmpty());
  }
}
