package org.bulbil.bitcoin.psbt;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.DeterministicWallet;
import fr.acinq.bitcoin.DeterministicWallet.ExtendedPrivateKey;
import fr.acinq.bitcoin.KeyPath;
import fr.acinq.bitcoin.PrivateKey;
import fr.acinq.bitcoin.PublicKey;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.ScriptFlags;
import fr.acinq.bitcoin.ScriptWitness;
import fr.acinq.bitcoin.SigHash;
import fr.acinq.bitcoin.SigVersion;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import fr.acinq.bitcoin.psbt.Input;
import fr.acinq.bitcoin.psbt.Psbt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.selection.Spending;

/** Somebody with a wallet of his own, who signs what a PSBT tells him and nothing else. */
public final class Donor {

  private final ExtendedPrivateKey master;
  private final String account;
  private final Descriptor descriptor;

  public Donor(long seed, Spending spending) {
    master = DeterministicWallet.generate(new byte[] {(byte) seed, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    account = "84h/1h/0h";
    var open =
        DeterministicWallet.encode(
            DeterministicWallet.publicKey(
                DeterministicWallet.derivePrivateKey(master, new KeyPath("m/84'/1'/0'"))),
            DeterministicWallet.tpub);
    var key = "[%08x/%s]%s/<0;1>/*".formatted(master.fingerprint() & 0xffff_ffffL, account, open);
    var text =
        switch (spending) {
          case PKH -> "pkh(" + key + ")";
          case WPKH -> "wpkh(" + key + ")";
          case SH_WPKH -> "sh(wpkh(" + key + "))";
          case TR -> "tr(" + key + ")";
        };
    descriptor = Descriptor.parse(text, Network.REGTEST);
  }

  public Descriptor descriptor() {
    return descriptor;
  }

  public Address address(int branch, int index) {
    return Address.of(descriptor.at(branch, index).script(), Network.REGTEST);
  }

  ChangeTo change(int index) {
    return ChangeTo.of(descriptor, descriptor.at(Descriptor.CHANGE, index));
  }

  /** The transaction of {@code psbt}, signed by the paths that it names, and checked. */
  public Transaction sign(Psbt psbt) {
    var transaction = psbt.global.tx;
    var spent = new ArrayList<TxOut>();
    for (int i = 0; i < psbt.inputs.size(); i++) {
      spent.add(spent(psbt, i));
    }
    for (int i = 0; i < psbt.inputs.size(); i++) {
      transaction = signed(transaction, i, psbt.inputs.get(i), spent);
    }
    var outputs = new HashMap<fr.acinq.bitcoin.OutPoint, TxOut>();
    for (int i = 0; i < spent.size(); i++) {
      outputs.put(transaction.txIn.get(i).outPoint, spent.get(i));
    }
    transaction.correctlySpends(outputs, ScriptFlags.STANDARD_SCRIPT_VERIFY_FLAGS);
    return transaction;
  }

  private static TxOut spent(Psbt psbt, int index) {
    var input = psbt.inputs.get(index);
    var witness = input.getWitnessUtxo();
    if (witness != null) {
      return witness;
    }
    int output = (int) psbt.global.tx.txIn.get(index).outPoint.index;
    return Objects.requireNonNull(input.getNonWitnessUtxo()).txOut.get(output);
  }

  private Transaction signed(Transaction transaction, int index, Input input, List<TxOut> spent) {
    if (!input.getTaprootDerivationPaths().isEmpty()) {
      var path = input.getTaprootDerivationPaths().values().iterator().next().keyPath;
      var type = type(input, SigHash.SIGHASH_DEFAULT);
      var signature =
          transaction.signInputTaprootKeyPath(key(path), index, spent, type, null, null, null);
      return transaction.updateWitness(index, Script.witnessKeyPathPay2tr(signature, type));
    }
    var entry = input.getDerivationPaths().entrySet().iterator().next();
    assertThat((int) entry.getValue().masterKeyFingerprint).isEqualTo((int) master.fingerprint());
    var key = key(entry.getValue().keyPath);
    assertThat(key.publicKey()).isEqualTo(entry.getKey());
    return spent.get(index).publicKeyScript.size() == 25
        ? withoutWitness(transaction, index, key, input)
        : withWitness(transaction, index, key, input, spent.get(index));
  }

  private static int type(Input input, int usual) {
    var wanted = input.getSighashType();
    return wanted == null ? usual : wanted;
  }

  private PrivateKey key(KeyPath path) {
    return DeterministicWallet.derivePrivateKey(master, path).getPrivateKey();
  }

  private static Transaction withoutWitness(
      Transaction transaction, int index, PrivateKey key, Input input) {
    PublicKey open = key.publicKey();
    var signature =
        transaction.signInput(index, Script.pay2pkh(open), type(input, SigHash.SIGHASH_ALL), key);
    return transaction.updateSigScript(
        index,
        List.of(
            new fr.acinq.bitcoin.OP_PUSHDATA(new ByteVector(signature)),
            new fr.acinq.bitcoin.OP_PUSHDATA(open.value)));
  }

  private static Transaction withWitness(
      Transaction transaction, int index, PrivateKey key, Input input, TxOut spent) {
    var open = key.publicKey();
    var signature =
        transaction.signInput(
            index,
            Script.pay2pkh(open),
            type(input, SigHash.SIGHASH_ALL),
            spent.amount,
            SigVersion.SIGVERSION_WITNESS_V0,
            key);
    ScriptWitness witness = Script.witnessPay2wpkh(open, new ByteVector(signature));
    var signed = transaction.updateWitness(index, witness);
    var redeem = input.getRedeemScript();
    return redeem == null || redeem.isEmpty()
        ? signed
        : signed.updateSigScript(
            index, List.of(new fr.acinq.bitcoin.OP_PUSHDATA(Script.write(redeem))));
  }

  /** An input that spends nothing real. */
  public static TxIn anything() {
    return new TxIn(
        new fr.acinq.bitcoin.OutPoint(new fr.acinq.bitcoin.TxId("11".repeat(32)), 0), 0);
  }
}
