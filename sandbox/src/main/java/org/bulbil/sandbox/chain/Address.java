package org.bulbil.sandbox.chain;

import fr.acinq.bitcoin.Bitcoin;
import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.Script;
import java.util.Optional;
import org.bulbil.sandbox.chain.ledger.ScriptHash;
import org.bulbil.sandbox.chain.rules.Regtest;

/** A regtest address and the output script that it stands for. */
public record Address(String text, ByteVector script) {

  /** {@link IllegalArgumentException} for anything but an address of regtest. */
  public static Address parse(String text) {
    var script = Bitcoin.addressToPublicKeyScript(Regtest.CHAIN_HASH, text).getRight();
    if (script == null) {
      throw new IllegalArgumentException(
          "not a regtest address: " + text + "; one begins with bcrt1, m, n or 2");
    }
    return new Address(text, new ByteVector(Script.write(script)));
  }

  /** The address of {@code script}; empty where its kind has none. */
  public static Optional<Address> of(ByteVector script) {
    var text =
        Bitcoin.addressFromPublicKeyScript(Regtest.CHAIN_HASH, script.toByteArray()).getRight();
    return Optional.ofNullable(text).map(it -> new Address(it, script));
  }

  public ScriptHash hash() {
    return ScriptHash.of(script);
  }

  @Override
  public String toString() {
    return text;
  }
}
