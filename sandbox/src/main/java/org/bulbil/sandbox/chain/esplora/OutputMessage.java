package org.bulbil.sandbox.chain.esplora;

import fr.acinq.bitcoin.TxOut;
import io.avaje.jsonb.Json;
import java.util.Optional;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.rules.ScriptType;

/** An output, or what an input spends. */
@Json(naming = Json.Naming.LowerUnderscore)
record OutputMessage(
    String scriptpubkey,
    String scriptpubkeyAsm,
    String scriptpubkeyType,
    Optional<String> scriptpubkeyAddress,
    long value) {

  static OutputMessage of(TxOut output) {
    var script = output.publicKeyScript;
    return new OutputMessage(
        script.toHex(),
        ScriptText.of(script),
        ScriptType.of(script).label(),
        Address.of(script).map(Address::text),
        output.amount.toLong());
  }
}
