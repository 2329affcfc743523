package org.bulbil.evolve.world;

import java.util.List;
import org.bulbil.core.money.Cents;
import org.bulbil.core.policy.Decision;
import org.bulbil.evolve.random.Keyed;

/**
 * One day in the lives of relays. What happens to one depends on nothing that happens to another on
 * the same day, so slots can be lived in any order and by several threads at once.
 */
final class Living {

  /** Acts on one day: more would mean that a rule never rests. */
  private static final int ACTS_MAX = 8;

  private final Scenario scenario;
  private final Population relays;
  private final Due due;
  private final Counsel counsel;
  private final Lives lives;
  private final long seed;
  private final long rent;
  private int day;
  private Conditions today;
  private List<Shock.Ban> bans = List.of();

  Living(
      Scenario scenario,
      Population relays,
      Asking asking,
      Lives lives,
      Conditions today,
      long seed) {
    this.scenario = scenario;
    this.relays = relays;
    this.due = new Due(relays, scenario, asking, today);
    this.counsel = new Counsel(scenario, relays, today);
    this.lives = lives;
    this.today = today;
    this.seed = seed;
    this.rent = scenario.rental().plan().rent().value();
  }

  void begin(int onDay, Conditions conditions, List<Shock.Ban> banned) {
    day = onDay;
    today = conditions;
    bans = banned;
    due.begin(onDay, conditions);
    counsel.begin(onDay, conditions);
  }

  void live(int from, int to, Tally tally) {
    for (int slot = from; slot < to; slot++) {
      if (relays.isAlive(slot)) {
        live(slot, tally);
      }
    }
  }

  private void live(int slot, Tally tally) {
    if (relays.doom[slot] <= day) {
      end(slot, End.ACCIDENT, tally);
    } else if (!bans.isEmpty() && isBanned(slot)) {
      end(slot, End.BANNED, tally);
    } else {
      tally.lived++;
      act(slot, tally);
      relays.gifted[slot] = false;
      if (relays.leaseEnd[slot] <= day + 1) {
        end(slot, End.UNPAID, tally);
      } else {
        tally.held += relays.wallets.sum(slot);
        tally.generations += relays.generation[slot];
        tally.prepaid += relays.credit[slot] + (relays.leaseEnd[slot] - day - 1) * rent;
      }
    }
  }

  private boolean isBanned(int slot) {
    var provider = scenario.rental().places().get(relays.place[slot]).provider();
    for (var ban : bans) {
      boolean concerned =
          ban.provider().equals(Shock.EVERYWHERE) || ban.provider().equals(provider);
      double chance = Keyed.uniform(Keyed.bits(seed, Streams.BAN, relays.id[slot], day, 0));
      if (concerned && chance < ban.share()) {
        return true;
      }
    }
    return false;
  }

  private void end(int slot, End how, Tally tally) {
    tally.end(how);
    tally.lost += relays.wallets.clear(slot);
    lives.ended(relays.id[slot], day, how);
    relays.end(slot);
  }

  private void act(int slot, Tally tally) {
    for (int acts = 0; acts < ACTS_MAX && due.is(slot); acts++) {
      tally.asked++;
      if (!carryOut(ask(slot), slot, tally)) {
        return;
      }
      relays.gifted[slot] = false;
    }
  }

  private Decision ask(int slot) {
    return due.isAboutRent(slot) ? counsel.askForRent(slot) : counsel.ask(slot);
  }

  /** Whether there may be more to do today. */
  private boolean carryOut(Decision decision, int slot, Tally tally) {
    return switch (decision) {
      case Decision.Rest _, Decision.AskPrice _ -> false;
      case Decision.TopUp(int days, _) -> topUp(slot, days);
      case Decision.BuyCredit(Cents amount, _, _) -> buy(slot, amount, tally);
      case Decision.Propagate(Cents endowment, _) -> bear(slot, endowment, tally);
      case Decision.Consolidate _ -> merge(slot, tally);
      case Decision.LastWill _ -> bequeath(slot, tally);
    };
  }

  private boolean topUp(int slot, int days) {
    long price = scenario.rental().plan().rentFor(days).value();
    relays.credit[slot] = Math.toIntExact(relays.credit[slot] - price);
    relays.leaseEnd[slot] += days;
    return true;
  }

  private boolean buy(int slot, Cents amount, Tally tally) {
    pay(slot, amount, tally);
    relays.credit[slot] = Math.toIntExact(relays.credit[slot] + amount.value());
    return true;
  }

  private boolean bear(int slot, Cents endowment, Tally tally) {
    pay(slot, endowment, tally);
    relays.bore(slot, day);
    tally.birth(slot, endowment.value(), counsel.outlook(slot).meanGift());
    return true;
  }

  private void pay(int slot, Cents amount, Tally tally) {
    long sats = today.rate().satsFor(amount).value();
    tally.fees += relays.wallets.pay(slot, sats, today.fee());
    tally.rent += sats;
  }

  private boolean merge(int slot, Tally tally) {
    tally.fees += relays.wallets.consolidate(slot, today.fee());
    return true;
  }

  private boolean bequeath(int slot, Tally tally) {
    var swept = relays.wallets.sweep(slot, today.fee());
    tally.charity += swept.given();
    tally.fees += swept.fee();
    tally.wills++;
    return false;
  }
}
