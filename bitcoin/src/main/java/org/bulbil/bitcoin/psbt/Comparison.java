package org.bulbil.bitcoin.psbt;

import fr.acinq.bitcoin.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.Payout;
import org.bulbil.bitcoin.Payouts;
import org.bulbil.core.money.Sats;

/**
 * Whether a transaction, signed or not, pays exactly what it should: every payee the amount to the
 * satoshi, in one output, and nobody else but the donor's change.
 *
 * @param missing payees without an output
 * @param different payees who get another amount
 * @param others outputs to anybody else; one of them may be the donor's change
 */
public record Comparison(List<Payout> missing, List<Difference> different, List<Other> others) {

  /** Lines about one kind of fault; the rest is counted. */
  private static final int LINES_MAX = 5;

  /**
   * A payee who gets another amount.
   *
   * @param found in one output or several together
   */
  public record Difference(Payout wanted, Sats found) {}

  /**
   * An output that the split does not know.
   *
   * @param to its address, or its script where it has none
   */
  public record Other(String to, Sats amount) {}

  public Comparison {
    missing = List.copyOf(missing);
    different = List.copyOf(different);
    others = List.copyOf(others);
  }

  public static Comparison of(Payouts payouts, Transaction transaction) {
    var found = new LinkedHashMap<LockingScript, Sats>();
    transaction.txOut.forEach(
        output ->
            found.merge(
                LockingScript.of(output.publicKeyScript),
                Sats.of(output.amount.toLong()),
                Sats::plus));
    var missing = new ArrayList<Payout>();
    var different = new ArrayList<Difference>();
    for (var payout : payouts.all()) {
      var amount = found.remove(payout.address().lockingScript());
      if (amount == null) {
        missing.add(payout);
      } else if (!amount.equals(payout.amount())) {
        different.add(new Difference(payout, amount));
      }
    }
    return new Comparison(missing, different, others(found, payouts.network()));
  }

  private static List<Other> others(Map<LockingScript, Sats> left, Network network) {
    var others = new ArrayList<Other>();
    left.forEach((script, amount) -> others.add(new Other(name(script, network), amount)));
    return others;
  }

  private static String name(LockingScript script, Network network) {
    return script.type().isPresent()
        ? Address.of(script, network).toString()
        : "the script " + script.hex();
  }

  /** Whether it pays exactly that, with one output of change at most. */
  public boolean isExact() {
    return missing.isEmpty() && different.isEmpty() && others.size() <= 1;
  }

  /** What is wrong with it, a sentence each; empty where it is exact. */
  public List<String> faults() {
    var faults = new ArrayList<String>();
    add(
        faults,
        missing.stream()
            .map(it -> "%s gets nothing instead of %s".formatted(it.address(), it.amount()))
            .toList());
    add(
        faults,
        different.stream()
            .map(
                it ->
                    "%s gets %s instead of %s"
                        .formatted(it.wanted().address(), it.found(), it.wanted().amount()))
            .toList());
    if (others.size() > 1) {
      add(
          faults,
          others.stream()
              .map(
                  it ->
                      "%s goes to %s, which the split does not name"
                          .formatted(it.amount(), it.to()))
              .toList());
    }
    return faults;
  }

  private static void add(List<String> faults, List<String> more) {
    more.stream().limit(LINES_MAX).forEach(faults::add);
    if (more.size() > LINES_MAX) {
      faults.add("and %d more like that".formatted(more.size() - LINES_MAX));
    }
  }
}
