package org.bulbil.evolve.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.bulbil.core.charity.Beneficiary;
import org.bulbil.core.money.Sats;
import org.bulbil.core.policy.Buying;
import org.bulbil.core.policy.Conduct;
import org.bulbil.core.policy.Family;
import org.bulbil.core.policy.Price;
import org.bulbil.core.policy.Purse;
import org.bulbil.core.policy.Renewing;
import org.bulbil.core.policy.Situation;
import org.bulbil.core.time.Day;
import org.bulbil.evolve.market.Market;
import org.bulbil.evolve.replay.Relay;

/**
 * How a relay's state looks to the one who decides: the only place that knows how a {@link
 * Situation} is made here.
 *
 * <p>A decision is made at the beginning of a day, and a lease ends in the middle of one: what is
 * paid on the day before its last is credit in time, what is paid on its last day is not.
 */
final class Outlook {

  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  private static final long SECONDS_PER_DAY = Day.REAL.length().toSeconds();

  private static final Optional<Beneficiary> CHARITY =
      Optional.of(
          new Beneficiary(
              "charity",
              "bc1qcharity",
              "https://charity.example/",
              LocalDate.EPOCH,
              LocalDate.EPOCH.plusYears(10)));

  private Outlook() {}

  static Situation on(int day, Relay relay, Market market) {
    var now = begin(market, day);
    return new Situation(
        now,
        true,
        Day.REAL,
        relay.plan(),
        relay.terms(),
        begin(market, relay.leaseEnd()).plus(HALF_A_DAY),
        Optional.of(relay.credit()),
        Optional.of(purse(day, relay, market)),
        Optional.of(new Price(market.price(day), now)),
        relay.isPaying() ? Buying.PAID : Buying.NONE,
        Renewing.SMOOTH,
        begin(market, 0),
        relay.gifts().outlook(day, relay.plan().rent(), market.price(day)),
        Family.childless(0),
        Conduct.GOOD,
        CHARITY);
  }

  private static Instant begin(Market market, int day) {
    return Instant.ofEpochSecond((market.first().toEpochDay() + day) * SECONDS_PER_DAY);
  }

  private static Purse purse(int day, Relay relay, Market market) {
    return new Purse(
        relay.coins().largestFirst(),
        Sats.of(relay.arriving().sum()),
        market.feeRate(day),
        Optional.of(market.low(day)),
        Optional.of(market.median(day)));
  }
}
