package org.bulbil.sandbox.chain;

import static fr.acinq.bitcoin.SigHash.SIGHASH_ALL;
import static fr.acinq.bitcoin.SigVersion.SIGVERSION_WITNESS_V0;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.util.ArrayList;
import java.util.List;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.chain.ledger.Unspent;
import org.bulbil.sandbox.chain.rules.Coin;
import org.bulbil.sandbox.chain.rules.StandardRules;

/** A transaction before it is signed, all its inputs P2WPKH. */
record Draft(List<Coin> inputs, List<TxOut> outputs) {

  /** Version, counts, locktime and the marker of a segwit transaction. */
  private static final int FRAME_VBYTES = 13;

  private static final int INPUT_VBYTES = 68;

  /** Signals replaceability, as wallets do, and switches locktimes on. */
  private static final long SEQUENCE = 0xfffffffdL;

  /** The first of {@code coins} that pay for {@code payments} and the fee, and the change. */
  static Outcome<Draft> of(
      List<Payment> payments, List<Unspent> coins, Address change, FeeRate rate) {
    var outputs = payments.stream().map(Payment::output).toList();
    var wanted = Sats.sum(payments.stream().map(Payment::amount).toList());
    var inputs = new ArrayList<Coin>();
    var total = Sats.ZERO;
    for (Unspent unspent : coins) {
      inputs.add(unspent.coin());
      total = total.plus(unspent.coin().amount());
      var cost = wanted.plus(rate.feeFor(virtualSize(inputs.size(), outputs)));
      if (total.covers(cost)) {
        return Outcome.done(withChange(inputs, outputs, total.minus(cost), change, rate));
      }
    }
    return Outcome.refused(
        "the purse has " + total + " to spend, and " + wanted + " with the fee is more", 0);
  }

  /** Adds an output for {@code rest}, unless it were dust, which the miner then gets. */
  private static Draft withChange(
      List<Coin> inputs, List<TxOut> outputs, Sats rest, Address change, FeeRate rate) {
    var empty = new Payment(change, Sats.ZERO).output();
    var kept = rest.minusOrZero(rate.feeFor(empty.totalSize()));
    if (!kept.covers(StandardRules.dustThreshold(empty))) {
      return new Draft(inputs, outputs);
    }
    var all = new ArrayList<>(outputs);
    all.add(new Payment(change, kept).output());
    return new Draft(inputs, all);
  }

  private static long virtualSize(int inputs, List<TxOut> outputs) {
    int paid = outputs.stream().mapToInt(output -> output.totalSize()).sum();
    return FRAME_VBYTES + (long) inputs * INPUT_VBYTES + paid;
  }

  Transaction sign(Keyring keys) {
    var unsigned =
        new Transaction(
            2,
            inputs.stream().map(coin -> new TxIn(coin.outPoint(), SEQUENCE)).toList(),
            outputs,
            0);
    var result = unsigned;
    for (int i = 0; i < inputs.size(); i++) {
      result = signInput(result, i, keys);
    }
    return result;
  }

  private Transaction signInput(Transaction transaction, int index, Keyring keys) {
    var spent = inputs.get(index).output();
    var key = keys.keyOf(spent.publicKeyScript);
    var publicKey = key.publicKey();
    var signature =
        transaction.signInput(
            index,
            Script.pay2pkh(publicKey),
            SIGHASH_ALL,
            spent.amount,
            SIGVERSION_WITNESS_V0,
            key);
    return transaction.updateWitness(
        index, Script.witnessPay2wpkh(publicKey, new ByteVector(signature)));
  }
}
