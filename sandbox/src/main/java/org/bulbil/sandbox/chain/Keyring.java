package org.bulbil.sandbox.chain;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.DeterministicWallet;
import fr.acinq.bitcoin.PrivateKey;
import fr.acinq.bitcoin.Script;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bulbil.sandbox.chain.ledger.ScriptHash;

/** The P2WPKH keys of a purse, one after the other: m/84'/1'/0'/0/i (BIP84). */
final class Keyring {

  /** Addresses of one purse; a till that gives one to every invoice stays below it for years. */
  private static final int MAX_KEYS = 1_000_000;

  private final DeterministicWallet.ExtendedPrivateKey branch;
  private final Map<ScriptHash, PrivateKey> keys = new HashMap<>();
  private final List<Address> addresses = new ArrayList<>();

  Keyring(String phrase) {
    var seed = new ByteVector(phrase.getBytes(StandardCharsets.UTF_8)).sha256();
    this.branch = DeterministicWallet.generate(seed).derivePrivateKey("m/84'/1'/0'/0");
  }

  Address next() {
    if (addresses.size() == MAX_KEYS) {
      throw new IllegalStateException("a purse has no more than " + MAX_KEYS + " addresses");
    }
    var key = branch.derivePrivateKey(addresses.size()).getPrivateKey();
    var script = new ByteVector(Script.write(Script.pay2wpkh(key.publicKey())));
    var address = Address.of(script).orElseThrow();
    keys.put(address.hash(), key);
    addresses.add(address);
    return address;
  }

  List<Address> addresses() {
    return List.copyOf(addresses);
  }

  PrivateKey keyOf(ByteVector script) {
    var key = keys.get(ScriptHash.of(script));
    if (key == null) {
      throw new IllegalArgumentException("no key of this purse opens the script " + script);
    }
    return key;
  }
}
