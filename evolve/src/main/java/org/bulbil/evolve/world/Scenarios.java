package org.bulbil.evolve.world;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.policy.Limits;
import org.bulbil.core.policy.Terms;

/** Worlds with a name. All are variations of {@link #plenty}. */
public final class Scenarios {

  /** The cheapest plan that a relay can live on: SporeStack, 1 GB, $0.38 a day. */
  private static final Plan PLAN = new Plan("1gb", Cents.of(38), 1, 1024, 25, 1, true);

  private static final Terms TERMS =
      new Terms(
          Cents.dollars(5),
          90,
          365,
          Duration.ofHours(6),
          Duration.ofHours(24),
          Duration.ofHours(24));

  /** Half-way through the third year, when the population has long settled. */
  private static final int SHOCK_DAY = 913;

  private Scenarios() {}

  /** All of them, in the order of a table. */
  public static List<Scenario> all() {
    return List.of(plenty(), scarce(), drought(), ban(), dearFees(), crash(), founders28());
  }

  public static Optional<Scenario> named(String name) {
    return all().stream().filter(scenario -> scenario.name().equals(name)).findFirst();
  }

  /** Two relays in each of 14 regions with two weeks of rent, and donors for 150 relays. */
  public static Scenario founders28() {
    return new Scenario(
        "founders28",
        new Founders(28, 14, 1, Cents.ZERO),
        new Giving(150, 0, new Sizes.LogNormal(400, 1.2, 10_000), 4, 0.6, 1, Ramp.TOR),
        new Rental(PLAN, TERMS, 7, places(14), 1.0 / 900, 0.5),
        Rate.ofDollars(30_000),
        FeeRate.ofSatPerVb(5),
        List.of(),
        Limits.USUAL);
  }

  /** A thousand relays and donors for twice as many. */
  public static Scenario plenty() {
    return ofSize(1000, 2).named("plenty");
  }

  /** A thousand relays and donors for half of them. */
  public static Scenario scarce() {
    return ofSize(1000, 0.5).named("scarce");
  }

  /** Four months in which nine of ten gifts stay away. */
  public static Scenario drought() {
    return ofSize(1000, 1.1).named("drought").with(new Shock.Drought(SHOCK_DAY, 120, 0.9));
  }

  /** The provider of five regions in seven bans relays overnight: of seven relays in ten. */
  public static Scenario ban() {
    return ofSize(1000, 1.1).named("ban").with(new Shock.Ban(SHOCK_DAY, "large", 1));
  }

  /** A month at 100 sat/vB. */
  public static Scenario dearFees() {
    return ofSize(1000, 1.1)
        .named("fee-month")
        .with(new Shock.DearFees(SHOCK_DAY, 30, FeeRate.ofSatPerVb(100)));
  }

  /** Bitcoin loses half its value in 90 days. */
  public static Scenario crash() {
    return ofSize(1000, 1.1).named("crash").with(new Shock.Crash(SHOCK_DAY, 90, 0.5));
  }

  /**
   * So many relays that have lived for a while.
   *
   * @param wealth what donors give in a day, as a multiple of what these relays cost
   */
  public static Scenario ofSize(int relays, double wealth) {
    var small = founders28();
    return small
        .with(new Founders(relays, 30, 14, Cents.dollars(10)))
        .with(small.giving().withBudget(relays * wealth));
  }

  /** Five regions in seven at one provider, the others at another. */
  private static List<Place> places(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Place.of("region-" + i, i % 7 < 5 ? "large" : "small"))
        .toList();
  }
}
