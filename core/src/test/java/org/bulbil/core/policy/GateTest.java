package org.bulbil.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bulbil.core.policy.Situations.income;
import static org.bulbil.core.policy.Situations.usual;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.policy.Decision.Propagate;
import org.junit.jupiter.api.Test;

/** Who may bear a child, and when: each bar by itself closes the gate. */
class GateTest {

  private static final Genome GENOME = Genome.founder("ewr", "vc2-1c-1gb");

  private final Gate gate = new Gate(GENOME, Limits.USUAL);

  /** Ten days of lease, sixty of credit, 157 of coins; more gifts than it needs. */
  private static final Situations RICH = usual().credit(38 * 60).coins(60_000);

  private static final double RESERVE = Reserve.of(Situations.PLENTY, GENOME).days();

  /** Gifts that do not pay the rent. */
  private static final Outlook POOR = Outlook.of(income(100, 10, 7), Prior.USUAL);

  private Optional<Obstacle> obstacle(Situations situations) {
    return gate.obstacle(situations.situation());
  }

  private static Instant daysAgo(long days) {
    return Situations.NOW.minus(Duration.ofDays(days));
  }

  @Test
  void aRelayThatIsGivenMoreThanItNeedsBearsAChild() {
    assertThat(gate.open(RICH.situation()))
        .get()
        .isInstanceOfSatisfying(
            Propagate.class,
            birth -> {
              assertThat(birth.endowment()).isEqualTo(Cents.dollars(23)); // 60 days, rounded up
              assertThat(birth.why()).contains("the reserve is %.0f".formatted(RESERVE));
            });
  }

  /**
   * 10 days of lease and 78.6 of coins, less 60.5 for the child and 2 for its planting; of the 18
   * days of coins that are left, three quarters count.
   */
  @Test
  void theReserveIsKept() {
    assertThat(obstacle(RICH.coins(30_000))).isEmpty();
    long days = (long) Math.ceil(RESERVE + 2 - 10 - 0.75 * (78.6 - 60.5));
    assertThat(obstacle(RICH.credit(38 * (days - 1)).coins(30_000))).contains(Obstacle.RESERVE);
    assertThat(obstacle(RICH.credit(38 * days).coins(30_000))).isEmpty();
    assertThat(obstacle(RICH.credit(38 * 300).coins(28_000))).contains(Obstacle.PURSE);
    assertThat(obstacle(RICH.credit(38 * 300).coins(28_200))).isEmpty();
  }

  /** 60 days and more stay after the birth, all in coins: a fall of a quarter must be bearable. */
  @Test
  void coinsCountForWhatABadMonthLeavesOfThem() {
    long coins = (long) Math.ceil((RESERVE + 2) / 0.75 + 60.5);
    var inCoins = RICH.leaseLeft(Duration.ZERO).credit(0);
    assertThat(obstacle(inCoins.coins(400 * coins))).isEmpty();
    assertThat(obstacle(inCoins.coins(380 * (coins - 8)))).contains(Obstacle.RESERVE);
  }

  @Test
  void theYoungWait() {
    assertThat(obstacle(RICH.age(Duration.ofDays(29)))).contains(Obstacle.YOUNG);
    assertThat(obstacle(RICH.age(Duration.ofDays(30)))).isEmpty();
    assertThat(obstacle(RICH.age(Duration.ofDays(-3)))).contains(Obstacle.YOUNG);
  }

  @Test
  void whoMayNotLiveFromItsGiftsBearsNoneUnlessItHasAYear() {
    assertThat(obstacle(RICH.outlook(POOR))).contains(Obstacle.LITTLE_INCOME);
    assertThat(obstacle(RICH.outlook(Outlook.UNKNOWN))).contains(Obstacle.LITTLE_INCOME);
    var windfall = RICH.outlook(POOR).coins(115_000);
    assertThat(obstacle(windfall)).isEmpty();
    assertThat(gate.open(windfall.situation()).orElseThrow().why()).contains("a windfall");
    assertThat(obstacle(windfall.coins(111_000))).contains(Obstacle.LITTLE_INCOME);
    assertThat(obstacle(windfall.age(Duration.ofDays(3)))).contains(Obstacle.YOUNG);
  }

  /** 1 + 62/900, and twice as far above 1 for 90 days after two early deaths. */
  @Test
  void theIncomeNeededIsThatOfMoreThanOneDescendant() {
    assertThat(gate.incomeNeeded(RICH.situation())).isCloseTo(1.0689, within(0.0001));
    var bereft = RICH.family(bereft(89));
    assertThat(gate.incomeNeeded(bereft.situation())).isCloseTo(1.1378, within(0.0001));
    var enough = Outlook.of(income(100, 20, 7), Prior.USUAL);
    assertThat(enough.cautiousIncome()).isBetween(1.0689, 1.1378);
    assertThat(obstacle(RICH.outlook(enough))).isEmpty();
    assertThat(obstacle(bereft.outlook(enough))).contains(Obstacle.LITTLE_INCOME);
    assertThat(obstacle(RICH.outlook(enough).family(bereft(90)))).isEmpty();
  }

  private static Family bereft(long days) {
    return new Family(0, 3, Optional.of(daysAgo(100)), 0, false, Optional.of(daysAgo(days)));
  }

  @Test
  void noChildIsBornWhileFeesAreDearerThanUsual() {
    var one = FeeRate.ofSatPerVb(1);
    assertThat(obstacle(RICH.fees(FeeRate.ofSatPerVb(2), one, FeeRate.ofSatPerVb(2)))).isEmpty();
    assertThat(obstacle(RICH.fees(new FeeRate(2_001), one, FeeRate.ofSatPerVb(2))))
        .contains(Obstacle.DEAR_FEES);
  }

  @Test
  void capsHold() {
    assertThat(obstacle(RICH.family(new Family(0, 12, Optional.empty(), 0, false))))
        .contains(Obstacle.ENOUGH);
    assertThat(obstacle(RICH.family(new Family(8, 0, Optional.empty(), 0, false))))
        .contains(Obstacle.DEEP);
    assertThat(obstacle(RICH.family(new Family(0, 1, Optional.empty(), 0, true))))
        .contains(Obstacle.UNDER_WAY);
    assertThat(obstacle(RICH.family(new Family(0, 1, Optional.of(daysAgo(6)), 0, false))))
        .contains(Obstacle.RESTING);
    assertThat(obstacle(RICH.family(new Family(0, 1, Optional.of(daysAgo(7)), 0, false))))
        .isEmpty();
    assertThat(new Gate(GENOME, Limits.USUAL.childless()).obstacle(RICH.situation()))
        .contains(Obstacle.FORBIDDEN);
    assertThat(obstacle(RICH.conduct(Conduct.OUTDATED))).contains(Obstacle.OUTDATED);
    assertThat(obstacle(RICH.conduct(Conduct.UNREACHABLE))).contains(Obstacle.UNREACHABLE);
  }

  /** However rich it is; and what is wanted is still a matter of money. */
  @Test
  void whatIsNotWantedIsNotPlanted() {
    var enough = Family.childless(0).with(Demand.MET);
    assertThat(obstacle(RICH.family(enough))).contains(Obstacle.NOT_WANTED);
    assertThat(obstacle(RICH.family(enough.with(Demand.OPEN)))).isEmpty();
  }

  @Test
  void afterFailedBirthsThePauseDoubles() {
    var ago = Optional.of(daysAgo(8));
    assertThat(obstacle(RICH.family(new Family(0, 0, ago, 0, false)))).isEmpty();
    assertThat(obstacle(RICH.family(new Family(0, 0, ago, 1, false)))).contains(Obstacle.RESTING);
    var longAgo = Optional.of(daysAgo(7 * 64));
    assertThat(obstacle(RICH.family(new Family(0, 0, longAgo, 100, false)))).isEmpty();
  }

  @Test
  void unknownIsNoSurplus() {
    assertThat(obstacle(RICH.silentProvider())).contains(Obstacle.UNKNOWN);
    assertThat(obstacle(RICH.unknownPurse())).contains(Obstacle.UNKNOWN);
    assertThat(obstacle(RICH.unknownPrice())).contains(Obstacle.UNKNOWN);
  }

  @Test
  void aBirthThatHasBegunMayReachAWeekIntoTheReserveAndNoFurther() {
    var five = Cents.dollars(5);
    int prepaid = (int) Math.ceil(RESERVE - 10 - 7); // Ten days are left of the lease.
    var coins = usual().coins(6_000);
    assertThat(gate.spares(coins.credit(38L * prepaid).situation(), five)).contains(true);
    assertThat(gate.spares(coins.credit(38L * (prepaid - 3)).situation(), five)).contains(false);
    assertThat(gate.spares(RICH.unknownPurse().situation(), five)).isEmpty();
    assertThat(gate.spares(RICH.silentProvider().situation(), five)).isEmpty();
  }

  /** In a world that is watched for minutes, three months of runway are enough at any age. */
  @Test
  void theHastyBearChildrenOfAnyMoney() {
    var hasty = new Gate(GENOME, Limits.HASTY);
    var young = usual().age(Duration.ZERO).outlook(Outlook.UNKNOWN).credit(38 * 60);
    assertThat(hasty.open(young.coins(17_000).situation())).isPresent();
    assertThat(hasty.obstacle(young.coins(6_000).situation())).contains(Obstacle.LITTLE_INCOME);
  }

  /** Whatever the situation: an open gate means that all of its bars are up. */
  @Test
  void anOpenGateKeepsEveryBound() {
    long seed = Long.getLong("seed", 20261123L);
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int births = 0;
    for (int i = 0; i < 100_000; i++) {
      var s = Situations.any(random);
      var birth = gate.open(s);
      assertThat(birth.isPresent()).isEqualTo(gate.obstacle(s).isEmpty());
      if (birth.isPresent() && birth.get() instanceof Propagate(var endowment, _)) {
        births++;
        double left = s.runwayDays() - endowment.value() / 38.0;
        boolean earns = s.outlook().cautiousIncome() > gate.incomeNeeded(s);
        assertThat(left)
            .as("seed %d, case %d", seed, i)
            .isGreaterThan(earns ? Reserve.of(s.outlook(), GENOME).days() : 300);
        assertThat(gate.spares(s, endowment)).contains(true);
        assertThat(s.family().births()).isLessThan(12);
      }
    }
    assertThat(births).as("seed %d", seed).isPositive();
  }
}
