package org.bulbil.evolve.world;

import org.bulbil.core.money.Cents;
import org.bulbil.core.policy.Policy;

/**
 * Which relays have to be asked what they do on a day. Asking is what a world spends its time with,
 * and on most days a relay surely rests: nothing came, the lease is long, and the money is less
 * than anything costs.
 *
 * <p>A relay is due
 *
 * <ol>
 *   <li>while its lease is so short that its rule might extend it, and credit pays for that;
 *   <li>on the last day of its lease, if there is anything to give away;
 *   <li>while the smallest invoice fits into the stock that its rule keeps, and its purse pays it;
 *   <li>while it could plant a child: its purse pays the endowment, and with that gone its runway
 *       is still the least reserve;
 *   <li>every {@value #AT_LEAST_EVERY} days, for what else a rule may do, such as merging coins.
 * </ol>
 *
 * <p>One of the first four holds whenever the rule acts. But on days on which bitcoin and fees are
 * exactly as they were the day before, a relay that may buy is asked every {@value #BUYING_EVERY}
 * days only, unless its life depends on it, and on all days one that may plant a child every
 * {@value #BEARING_EVERY}: each relay on its own days, and always when a gift has come. So buying
 * and a birth can be six days late, and a merging four weeks. {@link Asking} has the ways without
 * that; tests compare them.
 */
final class Due {

  static final int AT_LEAST_EVERY = 28;
  static final int BUYING_EVERY = 7;
  static final int BEARING_EVERY = 7;

  private final Population relays;
  private final Asking asking;
  private final int rent;
  private final long smallestInvoice;
  private final int endowmentDays;
  private int day;
  private boolean steady;
  private Conditions newest;
  private long leastPurchase;
  private long leastEndowment;
  private double rentInSats;

  Due(Population relays, Scenario scenario, Asking asking, Conditions newest) {
    this.newest = newest;
    this.relays = relays;
    this.asking = asking;
    this.rent = Math.toIntExact(scenario.rental().plan().rent().value());
    this.smallestInvoice = scenario.rental().terms().smallestInvoice().value();
    this.endowmentDays = scenario.limits().endowmentDays();
  }

  /** What money is worth on this day. */
  void begin(int today, Conditions conditions) {
    steady = day + 1 == today && conditions.equals(newest);
    newest = conditions;
    day = today;
    var rate = conditions.rate();
    long fee = Sizing.payment(conditions.fee(), 1);
    leastPurchase = fee + rate.satsFor(Cents.of(smallestInvoice)).value();
    leastEndowment = fee + rate.satsFor(Cents.of((long) rent * endowmentDays)).value();
    rentInSats = rent * 1e8 / rate.centsPerBitcoin();
  }

  boolean is(int slot) {
    var habits = relays.breed[slot].habits();
    return asking == Asking.EVERYBODY || habits.daily() || is(slot, habits);
  }

  private boolean is(int slot, Habits habits) {
    long purse = relays.wallets.sum(slot);
    return mayRenew(slot)
        || (relays.leaseEnd[slot] - day <= 1 && purse > 0)
        || mayBuy(slot, habits, purse)
        || mayBear(slot, habits, purse)
        || isItsTurn(slot, AT_LEAST_EVERY);
  }

  /** Whether its lease is so short, and its credit so much, that it may extend it. */
  private boolean mayRenew(int slot) {
    var habits = relays.breed[slot].habits();
    int lease = relays.leaseEnd[slot] - day;
    int credit = relays.credit[slot];
    return (lease < habits.leadDays() && credit >= habits.topUpDays() * rent)
        || (lease < Policy.SHORT_LEASE_DAYS && credit >= rent);
  }

  /** Whether it may extend its lease, by a rule that needs neither coins nor donors for that. */
  boolean isAboutRent(int slot) {
    return !relays.breed[slot].habits().daily() && mayRenew(slot);
  }

  private boolean mayBuy(int slot, Habits habits, long purse) {
    if (purse < leastPurchase) {
      return false;
    }
    long credit = relays.credit[slot];
    long prepaid = (long) (relays.leaseEnd[slot] - day) * rent + credit - credit % rent;
    boolean urgent = prepaid < Policy.SHORT_SUPPLY_DAYS * rent;
    boolean room = prepaid + smallestInvoice <= (long) habits.stockDays() * rent;
    return urgent || (room && (!mayPause(slot) || isItsTurn(slot, BUYING_EVERY)));
  }

  /** Whether nothing is new on this day but that it is a day later. */
  private boolean mayPause(int slot) {
    return steady && isPatient(slot);
  }

  /** A gift ends every pause. */
  private boolean isPatient(int slot) {
    return asking.isPatient() && !relays.gifted[slot];
  }

  private boolean mayBear(int slot, Habits habits, long purse) {
    return purse >= leastEndowment
        && (!isPatient(slot) || isItsTurn(slot, BEARING_EVERY))
        && isRich(slot, habits, purse)
        && isFree(slot, habits);
  }

  private boolean isRich(int slot, Habits habits, long purse) {
    double days =
        relays.leaseEnd[slot] - day + (double) relays.credit[slot] / rent + purse / rentInSats;
    return days - endowmentDays >= habits.reserveDays();
  }

  private boolean isFree(int slot, Habits habits) {
    var limits = habits.limits();
    int newest = relays.newestBirth[slot];
    return limits.mayPropagate()
        && relays.births(slot, day) < limits.births()
        && relays.generation[slot] < limits.generations()
        && day - relays.born[slot] >= limits.maturityDays()
        && (newest == Population.NEVER || day - newest >= limits.daysBetweenBirths());
  }

  private boolean isItsTurn(int slot, int every) {
    return (day + relays.id[slot]) % every == 0;
  }
}
