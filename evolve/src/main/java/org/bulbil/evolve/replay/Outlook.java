package org.bulbil.evolve.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.charity.Beneficiary;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.money.Sats;
import org.bulbil.core.policy.Buying;
import org.bulbil.core.policy.Conduct;
import org.bulbil.core.policy.Family;
import org.bulbil.core.policy.Price;
import org.bulbil.core.policy.Purse;
import org.bulbil.core.policy.Renewing;
import org.bulbil.core.policy.Situation;
import org.bulbil.core.policy.Terms;
import org.bulbil.core.time.Day;
import org.bulbil.evolve.market.Market;

/**
 * How a relay's state looks to the one who decides: the only place that knows how a {@link
 * Situation} is made here.
 *
 * <p>A decision is made at the beginning of a day, and a lease ends in the middle of one: what is
 * paid on the day before its last is credit in time, what is paid on its last day is not.
 */
final class Outlook {

  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  private static final Beneficiary CHARITY =
      new Beneficiary(
          "charity",
          "bc1qcharity",
          "https://charity.example/",
          LocalDate.EPOCH,
          LocalDate.EPOCH.plusYears(10));

  private final Market market;
  private final Relay relay;
  private final Plan plan;
  private final Terms terms;
  private final Instant begin;
  private List<Sats> coins = List.of();
  private int seen = -1;

  Outlook(Market market, Conditions conditions, Relay relay) {
    this.market = market;
    this.relay = relay;
    this.plan = new Plan("replay", conditions.rent(), 1, 1024, 25, 1, true);
    this.terms = terms(conditions);
    this.begin = Instant.EPOCH.plus(Day.REAL.times(market.first().toEpochDay()));
  }

  private static Terms terms(Conditions conditions) {
    return new Terms(
        conditions.smallestInvoice(),
        Relay.LONGEST_TOP_UP,
        Relay.FURTHEST_END,
        conditions.delay().creditWait(),
        HALF_A_DAY,
        HALF_A_DAY);
  }

  Situation on(int day) {
    var now = begin.plus(Day.REAL.times(day));
    return new Situation(
        now,
        true,
        Day.REAL,
        plan,
        terms,
        begin.plus(Day.REAL.times(relay.leaseEnd())).plus(HALF_A_DAY),
        Optional.of(relay.credit()),
        Optional.of(purse(day)),
        Optional.of(new Price(market.price(day), now)),
        relay.isPaying() ? Buying.PAID : Buying.NONE,
        Renewing.SMOOTH,
        Family.childless(0),
        Conduct.GOOD,
        Optional.of(CHARITY));
  }

  private Purse purse(int day) {
    return new Purse(
        coins(),
        Sats.of(relay.arriving().sum()),
        market.feeRate(day),
        Optional.of(market.low(day)));
  }

  /** The same list as before where no coin came or went. */
  private List<Sats> coins() {
    if (seen != relay.coins().changes()) {
      coins = relay.coins().largestFirst();
      seen = relay.coins().changes();
    }
    return coins;
  }
}
