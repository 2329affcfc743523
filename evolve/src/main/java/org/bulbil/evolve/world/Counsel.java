package org.bulbil.evolve.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bulbil.core.charity.Beneficiary;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Sats;
import org.bulbil.core.policy.Buying;
import org.bulbil.core.policy.Conduct;
import org.bulbil.core.policy.Decision;
import org.bulbil.core.policy.Family;
import org.bulbil.core.policy.Income;
import org.bulbil.core.policy.Outlook;
import org.bulbil.core.policy.Price;
import org.bulbil.core.policy.Prior;
import org.bulbil.core.policy.Purse;
import org.bulbil.core.policy.Renewing;
import org.bulbil.core.policy.Situation;
import org.bulbil.core.time.Day;

/**
 * Asks a relay what it does: the one place where what the arrays hold becomes what the policy
 * reads.
 *
 * <p>The world is kinder than the real one in this: the day's price is known without asking, credit
 * that is paid for is there at once, providers and chain answer, and nobody's clock is wrong. Those
 * faults are tested elsewhere; here they would be the same for every rule.
 */
final class Counsel {

  private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
  private static final long SECONDS = 24L * 60 * 60;

  private static final Optional<Beneficiary> CHARITY =
      Optional.of(
          new Beneficiary(
              "charity", "charity", "https://localhost", FIRST_DAY, FIRST_DAY.plusYears(10)));

  private static final long EPOCH =
      FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant().getEpochSecond();

  private final Scenario scenario;
  private final Population relays;
  private Instant now = Instant.EPOCH;
  private int day;
  private Conditions today;
  private Optional<Price> price = Optional.empty();

  Counsel(Scenario scenario, Population relays, Conditions today) {
    this.scenario = scenario;
    this.relays = relays;
    this.today = today;
  }

  void begin(int onDay, Conditions conditions) {
    day = onDay;
    now = instant(day);
    today = conditions;
    price = Optional.of(new Price(conditions.rate(), now));
  }

  private static Instant instant(int day) {
    return Instant.ofEpochSecond(EPOCH + day * SECONDS);
  }

  /** What it does. */
  Decision ask(int slot) {
    return relays.breed[slot].decide(
        situation(slot, Optional.of(relays.wallets.purse(slot, today)), outlook(slot)));
  }

  /**
   * What a relay does whose lease may be due. Extending it depends neither on coins nor on donors:
   * so these, which take longest to say, stay unknown unless the answer is another.
   */
  Decision askForRent(int slot) {
    var decision = relays.breed[slot].decide(situation(slot, Optional.empty(), Outlook.UNKNOWN));
    return decision instanceof Decision.TopUp ? decision : ask(slot);
  }

  /** What a relay may expect of its donors. */
  Outlook outlook(int slot) {
    var memory = relays.memory;
    int old = memory.old(slot, day);
    var gifts = new double[memory.count(slot) - old];
    for (int i = 0; i < gifts.length; i++) {
      var gift = Sats.of(memory.sats(slot, old + i));
      gifts[i] = Income.rentDays(gift, today.low(), today.rate(), scenario.rental().plan().rent());
    }
    double days = Math.min(Income.LONGEST, day - relays.born[slot]);
    return Outlook.of(Income.of(days, gifts), Prior.near(relays.usualGift[slot]));
  }

  private Situation situation(int slot, Optional<Purse> purse, Outlook outlook) {
    return new Situation(
        now,
        true,
        Day.REAL,
        scenario.rental().plan(),
        scenario.rental().terms(),
        instant(relays.leaseEnd[slot]),
        Optional.of(Cents.of(relays.credit[slot])),
        purse,
        price,
        Buying.NONE,
        Renewing.SMOOTH,
        instant(relays.born[slot]),
        outlook,
        family(slot),
        Conduct.GOOD,
        CHARITY);
  }

  private Family family(int slot) {
    int newest = relays.newestBirth[slot];
    return new Family(
        relays.generation[slot],
        relays.births(slot, day),
        newest == Population.NEVER ? Optional.empty() : Optional.of(instant(newest)),
        0,
        false);
  }
}
