package org.bulbil.evolve.world;

import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.bulbil.core.money.Cents;
import org.bulbil.core.policy.Decision;
import org.bulbil.core.policy.Situation;

/**
 * Mycelium of Delft (2025): keeps thirty days of lease, plants a child when sixty days, times one
 * plus its caution, would stay, and gives it thirty days and two fifths of what is left; gives up
 * when everything is worth less than two days. Caution is its only gene.
 *
 * <p>Milder than the original in three things that are not its rule: it knows the day's price (the
 * original takes 50,000 dollars for granted), a child gets its inheritance as credit, and what
 * remains at the end goes to the charity and not to the richest relative.
 *
 * @param region where it lives
 * @param caution 0.35 to 0.9
 */
public record Mycelium(String region, double caution) implements Breed {

  private static final int LEASE_DAYS = 30;
  private static final int RUNWAY_DAYS = 60;
  private static final int END_DAYS = 2;
  private static final double INHERITED = 0.4;

  private static final double MIDDLE = 0.5;
  private static final double REVERSION = 0.2;
  private static final double SPREAD = 0.05;
  private static final double LEAST = 0.35;
  private static final double MOST = 0.9;

  /** As the founders of a world. */
  public static Function<String, Breed> founders() {
    return region -> new Mycelium(region, MIDDLE);
  }

  @Override
  public Decision decide(Situation s) {
    var means = new Original.Means(s);
    if (means.runway() < END_DAYS) {
      return new Decision.LastWill("everything is worth less than two days");
    }
    if (means.leaseDays() < LEASE_DAYS && means.creditDays() >= 1) {
      int missing = LEASE_DAYS - (int) means.leaseDays();
      return new Decision.TopUp(Math.min(missing, means.creditDays()), "back to thirty days");
    }
    if (means.leaseDays() < LEASE_DAYS) {
      return buy(s, means);
    }
    return spawn(s, means);
  }

  private static Decision buy(Situation s, Original.Means means) {
    var wanted = means.invoice(LEASE_DAYS - (int) means.leaseDays());
    var most = Cents.dollars(means.power().wholeDollarsDown());
    var amount = most.covers(wanted) ? wanted : most;
    return amount.covers(s.terms().smallestInvoice())
        ? new Decision.BuyCredit(amount, Original.FEE_PERCENT, "less than thirty days of lease")
        : new Decision.Rest("waiting for gifts");
  }

  private Decision spawn(Situation s, Original.Means means) {
    var bill = means.invoice(LEASE_DAYS);
    double left = means.runway() - (double) bill.value() / s.plan().rent().value();
    if (!means.canPay(bill) || left < RUNWAY_DAYS * (1 + caution)) {
      return new Decision.Rest("not rich enough for a child");
    }
    long inheritance = (long) (INHERITED * means.power().minus(bill).value());
    return new Decision.Propagate(
        Cents.dollars(bill.plus(Cents.of(inheritance)).wholeDollarsDown()), "a child");
  }

  @Override
  public Breed child(RandomGenerator random, int[] relatives) {
    double drawn = caution + REVERSION * (MIDDLE - caution) + SPREAD * random.nextGaussian();
    return new Mycelium(region, Math.clamp(drawn, LEAST, MOST));
  }

  @Override
  public Habits habits() {
    return Habits.UNKNOWN;
  }
}
