package org.bulbil.bitcoin.payment;

import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Payouts;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.payment.Proposal.CannotAfford;
import org.bulbil.bitcoin.payment.Proposal.Draft;
import org.bulbil.bitcoin.selection.Bill;
import org.bulbil.bitcoin.selection.Spending;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/**
 * Chooses coins of ours for many outputs in one transaction: the first payee first, change last.
 *
 * @param change where the rest of our coins goes
 */
public record PaymentToMany(Address change) {

  /** Pays all of {@code payouts} at {@code rate}, unless the fee is above the policy's caps. */
  public Proposal pay(Collection<Coin> coins, Payouts payouts, FeeRate rate, FeePolicy policy) {
    var bill = new Bill(payouts.total(), payouts.types(), change.type(), Spending.WPKH, rate);
    return switch (bill.cover(largest(coins), coin -> coin.value().value(), _ -> Spending.WPKH)) {
      case Bill.Chosen<Coin> chosen -> draft(payouts, chosen, policy);
      case Bill.Missing<Coin>(Sats missing) -> new CannotAfford(missing);
    };
  }

  private static List<Coin> largest(Collection<Coin> coins) {
    return coins.stream()
        .sorted(Comparator.comparing(Coin::value).reversed().thenComparing(Coin::point))
        .limit(Payments.INPUTS_MAX)
        .toList();
  }

  private Proposal draft(Payouts payouts, Bill.Chosen<Coin> chosen, FeePolicy policy) {
    var inputs =
        chosen.coins().stream()
            .map(coin -> new TxIn(coin.point().toKmp(), Payments.SEQUENCE))
            .toList();
    var outputs = new ArrayList<TxOut>();
    var types = new ArrayList<>(payouts.types());
    payouts.all().forEach(it -> outputs.add(Payments.output(it.amount(), it.address())));
    if (chosen.change().isPositive()) {
      outputs.add(Payments.output(chosen.change(), change));
      types.add(change.type());
    }
    var unsigned = new Transaction(2, inputs, outputs, 0);
    var total = payouts.total();
    return Payments.capped(
        new Draft(unsigned, chosen.coins(), total, chosen.fee(), chosen.change()),
        policy.feeCap(total, Weight.vbytes(inputs.size(), types)));
  }
}
