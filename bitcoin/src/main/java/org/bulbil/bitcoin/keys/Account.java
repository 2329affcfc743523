package org.bulbil.bitcoin.keys;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.DeterministicWallet;
import fr.acinq.bitcoin.KeyPath;
import fr.acinq.bitcoin.PrivateKey;
import fr.acinq.bitcoin.PublicKey;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.ScriptFlags;
import fr.acinq.bitcoin.SigHash;
import fr.acinq.bitcoin.SigVersion;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxOut;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.Network;
import org.bulbil.core.money.Sats;

/**
 * The keys of one wallet: account 0 of BIP84 (native segwit), of which two addresses are used. Safe
 * for use by several threads.
 */
public final class Account {

  /** What an input spends: the branch and the amount, which a segwit signature covers. */
  public record Spending(Branch branch, Sats value) {}

  private final Network network;
  private final String fingerprint;
  private final Map<Branch, Key> keys;

  /** A key with what follows from it, since deriving that takes long. */
  private record Key(PrivateKey secret, PublicKey open, LockingScript script, Address address) {
    static Key of(PrivateKey secret, Network network) {
      var open = secret.publicKey();
      var script = LockingScript.of(Script.write(Script.pay2wpkh(open)));
      return new Key(secret, open, script, Address.of(script, network));
    }

    @Override
    public String toString() {
      return "the key of " + script;
    }
  }

  private Account(Network network, String fingerprint, Map<Branch, Key> keys) {
    this.network = network;
    this.fingerprint = fingerprint;
    this.keys = Map.copyOf(keys);
  }

  public static Account of(Words words, Network network) {
    var seed = words.seed("");
    var master = DeterministicWallet.generate(seed);
    Arrays.fill(seed, (byte) 0);
    var keys = new EnumMap<Branch, Key>(Branch.class);
    for (var branch : Branch.values()) {
      var secret = master.derivePrivateKey(path(network, branch)).getPrivateKey();
      keys.put(branch, Key.of(secret, network));
    }
    return new Account(network, "%08x".formatted(master.fingerprint()), keys);
  }

  private static KeyPath path(Network network, Branch branch) {
    return new KeyPath("m/84'/" + network.coinType() + "'/0'/" + branch.number() + "/0");
  }

  public Network network() {
    return network;
  }

  /**
   * The first four bytes of the master key's hash (BIP32), in hex: names a seed, reveals nothing.
   */
  public String fingerprint() {
    return fingerprint;
  }

  public Address address(Branch branch) {
    return key(branch).address();
  }

  public LockingScript script(Branch branch) {
    return key(branch).script();
  }

  /** Which of our branches {@code script} is, if any. */
  public Optional<Branch> branchOf(LockingScript script) {
    return Arrays.stream(Branch.values())
        .filter(branch -> script(branch).equals(script))
        .findFirst();
  }

  /** Whether {@code key} is one of our two public keys, compressed. */
  public boolean isOurKey(ByteVector key) {
    return keys.values().stream().anyMatch(ours -> ours.open().value.equals(key));
  }

  private Key key(Branch branch) {
    return Objects.requireNonNull(keys.get(branch));
  }

  /**
   * The transaction with every input signed, checked against the consensus rules before it leaves.
   *
   * @param spent what each input spends, in their order
   */
  public Transaction sign(Transaction unsigned, List<Spending> spent) {
    if (unsigned.txIn.size() != spent.size()) {
      throw new IllegalArgumentException(
          unsigned.txIn.size() + " inputs, but " + spent.size() + " coins");
    }
    var signed = unsigned;
    for (int i = 0; i < spent.size(); i++) {
      signed = signInput(signed, i, spent.get(i), SigHash.SIGHASH_ALL);
    }
    check(signed, spent);
    return signed;
  }

  /**
   * The transaction with its only input signed so that others may add inputs of theirs, while no
   * output can be changed (SIGHASH_ALL|ANYONECANPAY).
   */
  public Transaction signTogether(Transaction unsigned, Spending spent) {
    if (unsigned.txIn.size() != 1) {
      throw new IllegalArgumentException("one input is signed, not " + unsigned.txIn.size());
    }
    int type = SigHash.SIGHASH_ALL | SigHash.SIGHASH_ANYONECANPAY;
    var signed = signInput(unsigned, 0, spent, type);
    check(signed, List.of(spent));
    return signed;
  }

  private Transaction signInput(
      Transaction transaction, int index, Spending spent, int signatureType) {
    var key = key(spent.branch());
    var signature =
        transaction.signInput(
            index,
            Script.pay2pkh(key.open()),
            signatureType,
            new Satoshi(spent.value().value()),
            SigVersion.SIGVERSION_WITNESS_V0,
            key.secret());
    return transaction.updateWitness(
        index, Script.witnessPay2wpkh(key.open(), new ByteVector(signature)));
  }

  private void check(Transaction signed, List<Spending> spent) {
    var outputs = new HashMap<fr.acinq.bitcoin.OutPoint, TxOut>();
    for (int i = 0; i < spent.size(); i++) {
      outputs.put(
          signed.txIn.get(i).outPoint,
          new TxOut(
              new Satoshi(spent.get(i).value().value()), script(spent.get(i).branch()).bytes()));
    }
    signed.correctlySpends(outputs, ScriptFlags.STANDARD_SCRIPT_VERIFY_FLAGS);
  }

  @Override
  public String toString() {
    return "account of " + address(Branch.RECEIVE);
  }
}
