package org.bulbil.core.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Sats;
import org.bulbil.core.policy.Decision.AskPrice;
import org.bulbil.core.policy.Decision.BuyCredit;
import org.bulbil.core.policy.Decision.Consolidate;
import org.bulbil.core.policy.Decision.LastWill;
import org.bulbil.core.policy.Decision.Propagate;
import org.bulbil.core.policy.Decision.Rest;
import org.bulbil.core.policy.Decision.TopUp;
import org.bulbil.core.policy.Decision.Urgency;

/**
 * The judgement of one relay: extend the lease from credit, buy credit, give everything away at the
 * end, plant a child — in this order, so that a birth never comes before the rent.
 */
public final class Policy {

  /** The rhythm of the relays of 2017, and enough days that a top-up is rare. */
  private static final int TOP_UP_DAYS = 7;

  /** Below this many prepaid days everything goes into rent, at up to half its value in fees. */
  private static final double URGENT_DAYS = 3;

  private static final int URGENT_FEE_PERCENT = 50;

  /**
   * A birth that takes a few days may reach so far into the reserve that was whole at its start.
   */
  private static final int BEGUN_BIRTH_DAYS = 7;

  /** Of the pause between births: 2^6 times the usual three days are half a year. */
  private static final int DOUBLINGS_MAX = 6;

  /** By a thousandth the invoice may be smaller than was thought, and that may go to the miners. */
  private static final int PRICE_MOVES = 1_000;

  private final Genome genome;
  private final Limits limits;

  public Policy(Genome genome, Limits limits) {
    this.genome = genome;
    this.limits = limits;
  }

  /** What to do now. Total: every situation has an answer, and an unknown never becomes a zero. */
  public Decision decide(Situation situation) {
    return Stream.<Function<Situation, Optional<Decision>>>of(
            this::willBeforeRent,
            this::topUp,
            this::buyCredit,
            this::lastWill,
            this::askPrice,
            this::propagate,
            this::consolidate)
        .map(rule -> rule.apply(situation))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> rest(situation));
  }

  private Optional<Decision> topUp(Situation s) {
    var wanted = Math.min(TOP_UP_DAYS, s.terms().longestTopUp());
    var room = (int) (s.terms().furthestEnd() - s.leaseDays());
    var days = Math.min(Math.min(wanted, s.creditDays()), room);
    var due = s.leaseDays() < genome.leadDays() && days == wanted;
    var urgent = s.leaseDays() < URGENT_DAYS;
    return days >= 1 && (due || urgent)
        ? Optional.of(
            new TopUp(
                days,
                words(
                    "the lease ends in %.1f days, credit pays %d", s.leaseDays(), s.creditDays())))
        : Optional.empty();
  }

  private Optional<Decision> buyCredit(Situation s) {
    if (s.credit().isEmpty() || s.purse().isEmpty() || s.buying() != Buying.NONE) {
      return Optional.empty();
    }
    if (s.prepaidDays() >= genome.creditDays() || tooLateToBuy(s)) {
      return Optional.empty();
    }
    if (s.price().isEmpty()) {
      return hasMoney(s)
          ? Optional.of(new AskPrice("money has come, and the price of rent in bitcoin is unknown"))
          : Optional.empty();
    }
    return affordable(s, missingCredit(s)).flatMap(most -> buy(s, most));
  }

  /** Credit up to the stock and one top-up more, so that the next purchase is not tomorrow. */
  private Cents missingCredit(Situation s) {
    var days = genome.creditDays() + TOP_UP_DAYS - s.prepaidDays();
    return s.plan().rentFor((int) Math.ceil(days));
  }

  /** The whole dollars of {@code wanted} that the purse can pay now. */
  private static Optional<Cents> affordable(Situation s, Cents wanted) {
    var dollars = Math.min(wanted.wholeDollarsUp(), s.purchasingPower().wholeDollarsDown());
    var amount = Cents.dollars(dollars);
    return amount.covers(s.terms().smallestInvoice()) ? Optional.of(amount) : Optional.empty();
  }

  /**
   * As many whole dollars, up to {@code most}, as are paid for a small enough fee: with one dollar
   * less there may be enough left for change instead of for the miners.
   */
  private Optional<Decision> buy(Situation s, Cents most) {
    var urgency = s.prepaidDays() < URGENT_DAYS ? Urgency.URGENT : Urgency.CALM;
    var least = s.terms().smallestInvoice().wholeDollarsUp();
    return LongStream.iterate(most.wholeDollarsDown(), dollars -> dollars >= least, d -> d - 1)
        .mapToObj(Cents::dollars)
        .filter(amount -> isFeeSmall(s, amount, urgency))
        .findFirst()
        .map(amount -> buy(s, amount, urgency));
  }

  private boolean isFeeSmall(Situation s, Cents amount, Urgency urgency) {
    var price = s.price().orElseThrow().rate().satsFor(amount);
    var fee = s.purse().orElseThrow().feeFor(price);
    var surprise = Sats.of(1 + price.value() / PRICE_MOVES);
    return price.percent(feePercent(urgency)).covers(fee.plus(surprise));
  }

  private Decision buy(Situation s, Cents amount, Urgency urgency) {
    return new BuyCredit(
        amount,
        urgency,
        words(
            "%.1f days are prepaid of the %d to keep; %s buys %s",
            s.prepaidDays(),
            genome.creditDays(),
            s.price().orElseThrow().rate().satsFor(amount),
            amount));
  }

  /** The share of a payment that may be its fee, in percent. */
  public int feePercent(Urgency urgency) {
    return switch (urgency) {
      case CALM -> genome.coinFeePercent();
      case URGENT -> URGENT_FEE_PERCENT;
    };
  }

  private static boolean tooLateToBuy(Situation s) {
    return !s.now().plus(s.terms().creditWait()).isBefore(s.leaseEnd());
  }

  /**
   * Top-ups that fail for ever must not keep the will from its moment: it comes first, and the next
   * heartbeat may try again to top up.
   */
  private Optional<Decision> willBeforeRent(Situation s) {
    return s.renewing() == Renewing.TROUBLED ? lastWill(s) : Optional.empty();
  }

  /**
   * As late as is safe, and while a gift that pays another week is on its way, as late as is
   * possible. Never by a clock that only the machine itself believes in: a will cannot be taken
   * back.
   */
  private Optional<Decision> lastWill(Situation s) {
    var lead = isRescueInSight(s) ? s.terms().lastSafe() : s.terms().willLead();
    var atTheEnd = !s.now().plus(lead).isBefore(s.leaseEnd());
    var creditCounts = s.creditDays() >= 1 && s.renewing() == Renewing.SMOOTH;
    var rescued = s.buying() == Buying.PAID || creditCounts;
    return atTheEnd && s.clockConfirmed() && !rescued && Remainder.of(s) instanceof Remainder.Given
        ? Optional.of(
            new LastWill(
                words(
                    "the server ends in %.2f days, and %s do not buy another",
                    s.leaseDays(), s.purse().orElseThrow().spendable())))
        : Optional.empty();
  }

  /** Whether the gifts that are on their way would buy a week, once they are proven. */
  private static boolean isRescueInSight(Situation s) {
    var week = s.plan().rentFor(TOP_UP_DAYS);
    var least = s.terms().smallestInvoice();
    return s.purse().filter(purse -> purse.arriving().isPositive()).isPresent()
        && s.hopedPower().covers(week.covers(least) ? week : least);
  }

  /**
   * Money buys what it buys today. A relay that goes by the price of last month can think itself
   * too poor to buy credit, and then never learns better.
   */
  private Optional<Decision> askPrice(Situation s) {
    return s.credit().isPresent() && hasMoney(s) && s.isPriceOld()
        ? Optional.of(new AskPrice("what a bitcoin buys was asked more than a day ago"))
        : Optional.empty();
  }

  private static boolean hasMoney(Situation s) {
    return s.purse().filter(purse -> purse.spendable().isPositive()).isPresent();
  }

  private Optional<Decision> propagate(Situation s) {
    if (!mayPropagate(s) || !s.isPurseKnown()) {
      return Optional.empty();
    }
    var wanted = s.plan().rentFor(limits.endowmentDays());
    var endowment =
        Cents.dollars(
            Math.max(wanted.wholeDollarsUp(), s.terms().smallestInvoice().wholeDollarsUp()));
    var left = daysLeftAfter(s, endowment);
    return s.purchasingPower().covers(endowment) && left >= genome.reserveDays()
        ? Optional.of(
            new Propagate(
                endowment,
                words(
                    "%.0f days of runway stay after a child with %s; the reserve is %d",
                    left, endowment, genome.reserveDays())))
        : Optional.empty();
  }

  /** When nothing is more urgent, and only as far as the fee is a small share of what is merged. */
  private Optional<Decision> consolidate(Situation s) {
    return s.purse()
        .filter(Purse::isCrowdedWhileCheap)
        .filter(
            purse -> purse.spendable().percent(genome.coinFeePercent()).covers(purse.sweepFee()))
        .filter(_ -> s.buying() == Buying.NONE && s.prepaidDays() >= genome.leadDays())
        .map(
            purse ->
                new Consolidate(
                    words(
                        "%d coins, and %s is low: a payment out of fewer will be cheaper",
                        purse.coins().size(), purse.rate())));
  }

  private static double daysLeftAfter(Situation s, Cents spent) {
    return s.runwayDays() - (double) spent.value() / s.plan().rent().value();
  }

  /**
   * Whether {@code amount} can still go to a child whose birth has begun, now that it is to be
   * paid: what was a surplus then may be needed for the rent by now.
   *
   * @return empty while that is not known
   */
  public Optional<Boolean> spares(Situation s, Cents amount) {
    return s.isPurseKnown()
        ? Optional.of(
            s.purchasingPower().covers(amount)
                && daysLeftAfter(s, amount) >= genome.reserveDays() - BEGUN_BIRTH_DAYS)
        : Optional.empty();
  }

  private boolean mayPropagate(Situation s) {
    var family = s.family();
    var rested =
        family
            .newest()
            .map(birth -> s.day().between(birth, s.now()) >= daysOfRest(family))
            .orElse(true);
    return limits.mayPropagate()
        && s.conduct() == Conduct.GOOD
        && !family.underWay()
        && rested
        && family.births() < limits.births()
        && family.generation() < limits.generations();
  }

  private Decision rest(Situation s) {
    if (s.credit().isEmpty()) {
      return new Rest(
          words("the provider does not answer; the lease runs %.1f days", s.leaseDays()));
    }
    if (s.purse().isEmpty()) {
      return new Rest(words("the chain is unknown; %.1f days are prepaid", s.prepaidDays()));
    }
    if (s.buying() != Buying.NONE) {
      return new Rest("credit is being bought");
    }
    if (!s.now().plus(s.terms().willLead()).isBefore(s.leaseEnd()) && s.creditDays() < 1) {
      return new Rest(words("the server ends in %.2f days. ", s.leaseDays()) + end(s));
    }
    return s.leaseDays() < genome.leadDays()
        ? new Rest(
            words(
                "%.1f days are left; waiting for gifts%s",
                s.prepaidDays(), crowd(s, s.purse().orElseThrow())))
        : new Rest(
            words(
                "rent is paid for %.1f days%s%s",
                s.prepaidDays(), remark(s.conduct()), crowd(s, s.purse().orElseThrow())));
  }

  /** Why money that is there buys nothing. */
  private String crowd(Situation s, Purse purse) {
    if (s.price().isPresent()
        && s.prepaidDays() < genome.creditDays()
        && affordable(s, missingCredit(s)).isPresent()) {
      return "; the fee of buying credit is too large a share, so the money waits";
    }
    return purse.waiting() == 0
        ? ""
        : words("; %d small coins wait, since one payment takes 500", purse.waiting());
  }

  /** Each failed birth may have cost an endowment: the pause doubles, so that they stay few. */
  private double daysOfRest(Family family) {
    return limits.daysBetweenBirths() * (double) (1L << Math.min(family.failures(), DOUBLINGS_MAX));
  }

  private static String remark(Conduct conduct) {
    return switch (conduct) {
      case GOOD -> "";
      case UNREACHABLE -> "; no children without a working e-mail address";
      case OUTDATED -> "; no children while tor is not one that the authorities recommend";
    };
  }

  /** Why there is no will although the end has come. */
  private static String end(Situation s) {
    var remainder = Remainder.of(s);
    if (!s.clockConfirmed()) {
      return "No will is made before somebody else has shown the same time.";
    }
    return remainder instanceof Remainder.Given ? "A gift is on its way." : remainder.words();
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
