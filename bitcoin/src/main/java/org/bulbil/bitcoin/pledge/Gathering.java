package org.bulbil.bitcoin.pledge;

import fr.acinq.bitcoin.ScriptFlags;
import fr.acinq.bitcoin.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.selection.Selection;
import org.bulbil.bitcoin.selection.Size;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/**
 * Makes the payment of a campaign out of good pledges. Coins are pledged whole and there is no
 * change, so what is more than the goal goes to the miners: those that fit best are taken, and a
 * payment that would waste too much is not made.
 *
 * @param most the highest fee, all that is more than the goal
 */
public record Gathering(Campaign campaign, FeeRate rate, Sats most) {

  private static final int MODEST_PERCENT = 5;

  /** About twice a payment of two coins. */
  private static final long MODEST_VBYTES = 400;

  /** What came of it. */
  public sealed interface Answer {}

  /** The goal is met. */
  public record Met(Transaction payment, List<Pledge> used, Sats fee) implements Answer {
    public Met {
      used = List.copyOf(used);
    }
  }

  /**
   * Not enough is together.
   *
   * @param together of all good pledges
   * @param missing of the goal and the fee
   */
  public record NotYet(Sats together, Sats missing) implements Answer {}

  /**
   * Enough is together, but in coins that do not fit.
   *
   * @param fee the least that would go to the miners
   * @param usual what a payment of that size costs at the rate
   */
  public record Wasteful(Sats fee, Sats usual) implements Answer {}

  /**
   * Chooses pledges and puts them together.
   *
   * @param pledges good ones; of several of one coin the first counts
   */
  public Answer from(Collection<Pledge> pledges) {
    ToLongFunction<Pledge> worth =
        pledge -> pledge.value().value() - pledge.spending().cost(rate).value();
    var useful =
        distinct(pledges).stream()
            .filter(pledge -> worth.applyAsLong(pledge) > 0)
            .sorted(Comparator.comparingLong(worth).reversed())
            .toList();
    long missing = needed() - useful.stream().mapToLong(worth).sum();
    if (missing > 0) {
      var together = Sats.sum(distinct(pledges).stream().map(Pledge::value).toList());
      return new NotYet(together, Sats.of(missing));
    }
    var fitting = Selection.changeless(useful, worth, _ -> needed(), most.value());
    return payment(fitting.orElseGet(() -> fewest(useful, worth)));
  }

  private static List<Pledge> distinct(Collection<Pledge> pledges) {
    var byCoin = new LinkedHashMap<OutPoint, Pledge>();
    pledges.forEach(pledge -> byCoin.putIfAbsent(pledge.coin(), pledge));
    return List.copyOf(byCoin.values());
  }

  /** What inputs must bring above their own cost; two bytes more for a count of many. */
  private long needed() {
    var outputs = List.of(campaign.address().type());
    return campaign.goal().value() + rate.feeFor(Size.vbytes(List.of(), outputs) + 2).value();
  }

  /** The largest, as few as reach, without those that are not needed after all. */
  private List<Pledge> fewest(List<Pledge> useful, ToLongFunction<Pledge> worth) {
    long sum = 0;
    int count = 0;
    while (sum < needed()) {
      sum += worth.applyAsLong(useful.get(count++));
    }
    var chosen = new ArrayList<>(useful.subList(0, count));
    for (var pledge : List.copyOf(chosen).reversed()) {
      if (sum - worth.applyAsLong(pledge) >= needed()) {
        sum -= worth.applyAsLong(pledge);
        chosen.remove(pledge);
      }
    }
    return chosen;
  }

  private Answer payment(List<Pledge> chosen) {
    var inputs = chosen.stream().map(Pledge::input).toList();
    var payment = campaign.payment(inputs);
    var fee = Sats.sum(chosen.stream().map(Pledge::value).toList()).minus(campaign.goal());
    var kinds = chosen.stream().map(Pledge::spending).toList();
    var usual = rate.feeFor(Size.vbytes(kinds, List.of(campaign.address().type())));
    if (!Sats.max(most, usual).covers(fee)) {
      return new Wasteful(fee, usual);
    }
    check(payment, chosen);
    return new Met(payment, chosen, fee);
  }

  /** By the consensus rules, with all inputs together, before it leaves. */
  private static void check(Transaction payment, List<Pledge> chosen) {
    payment.correctlySpends(
        chosen.stream().collect(Collectors.toMap(it -> it.coin().toKmp(), Pledge::spent)),
        ScriptFlags.STANDARD_SCRIPT_VERIFY_FLAGS);
  }

  /** A limit that nobody minds: a twentieth of the goal, or twice the fee of a small payment. */
  public static Sats modest(Campaign campaign, FeeRate rate) {
    return Sats.max(campaign.goal().percent(MODEST_PERCENT), rate.feeFor(MODEST_VBYTES));
  }
}
