package org.bulbil.core.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.policy.Decision.AskPrice;
import org.bulbil.core.policy.Decision.LastWill;
import org.bulbil.core.policy.Decision.Rest;
import org.bulbil.core.policy.Decision.TopUp;

/**
 * The judgement of one relay: extend the lease from credit, buy credit, give everything away at the
 * end, plant a child — in this order, so that a birth never comes before the rent.
 */
public final class Policy {

  /** The rhythm of the relays of 2017, and enough days that a top-up is rare. */
  private static final int TOP_UP_DAYS = 7;

  /** With fewer days of lease any days that credit pays are added. */
  public static final double SHORT_LEASE_DAYS = 3;

  /**
   * With fewer prepaid days its life depends on buying more: what would be lost otherwise is the
   * purse.
   */
  public static final double SHORT_SUPPLY_DAYS = 6;

  private final int leadDays;
  private final Gate gate;
  private final Treasury treasury;

  /** The most urgent first. */
  private final List<Function<Situation, Optional<Decision>>> rules;

  public Policy(Genome genome, Limits limits) {
    this.leadDays = genome.leadDays();
    this.gate = new Gate(genome, limits);
    this.treasury = new Treasury(genome, gate);
    this.rules =
        List.of(
            Policy::leave,
            this::willBeforeRent,
            this::topUp,
            treasury::buy,
            this::lastWill,
            Policy::askPrice,
            gate::open,
            treasury::consolidate);
  }

  /** What to do now. Total: every situation has an answer, and an unknown never becomes a zero. */
  public Decision decide(Situation situation) {
    for (var rule : rules) {
      var decision = rule.apply(situation);
      if (decision.isPresent()) {
        return decision.get();
      }
    }
    return new Rest(Words.later(() -> resting(situation)));
  }

  /**
   * An order to shut down makes nothing possible that was not: it is the will of the lease's end,
   * made now, and nothing else is bought or given. Not by a doubtful clock either, since the will's
   * beneficiary is valid for some days only.
   */
  private static Optional<Decision> leave(Situation s) {
    if (s.conduct() != Conduct.LEAVING) {
      return Optional.empty();
    }
    var remainder = Remainder.of(s);
    return Optional.of(
        s.clockConfirmed() && remainder instanceof Remainder.Given
            ? new LastWill(
                Words.of(
                    "ordered to shut down; %s are given away", s.purse().orElseThrow().spendable()))
            : new Rest(Words.later(() -> "ordered to shut down. " + end(s))));
  }

  private Optional<Decision> topUp(Situation s) {
    var wanted = Math.min(TOP_UP_DAYS, s.terms().longestTopUp());
    var room = (int) (s.terms().furthestEnd() - s.leaseDays());
    var days = Math.min(Math.min(wanted, s.creditDays()), room);
    var due = s.leaseDays() < leadDays && days == wanted;
    var urgent = s.leaseDays() < SHORT_LEASE_DAYS;
    return days >= 1 && (due || urgent)
        ? Optional.of(
            new TopUp(
                days,
                Words.of(
                    "the lease ends in %.1f days, credit pays %d", s.leaseDays(), s.creditDays())))
        : Optional.empty();
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
                Words.of(
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
  private static Optional<Decision> askPrice(Situation s) {
    return s.credit().isPresent() && hasMoney(s) && s.isPriceOld()
        ? Optional.of(new AskPrice("what a bitcoin buys was asked more than a day ago"))
        : Optional.empty();
  }

  private static boolean hasMoney(Situation s) {
    return s.purse().filter(purse -> purse.spendable().isPositive()).isPresent();
  }

  /** Whether a child may be born, and at what cost. */
  public Gate gate() {
    return gate;
  }

  private String resting(Situation s) {
    if (s.credit().isEmpty()) {
      return words("the provider does not answer; the lease runs %.1f days", s.leaseDays());
    }
    if (s.purse().isEmpty()) {
      return words("the chain is unknown; %.1f days are prepaid", s.prepaidDays());
    }
    if (s.buying() != Buying.NONE) {
      return "credit is being bought";
    }
    if (!s.now().plus(s.terms().willLead()).isBefore(s.leaseEnd()) && s.creditDays() < 1) {
      return words("the server ends in %.2f days. ", s.leaseDays()) + end(s);
    }
    var crowd = crowd(s, s.purse().orElseThrow());
    return s.leaseDays() < leadDays
        ? words("%.1f days are left; waiting for gifts%s", s.prepaidDays(), crowd)
        : words("rent is paid for %.1f days%s%s", s.prepaidDays(), remark(s.conduct()), crowd);
  }

  /** Why money that is there buys nothing. */
  private String crowd(Situation s, Purse purse) {
    if (treasury.waits(s)) {
      return "; the money waits for a lower fee";
    }
    return purse.waiting() == 0
        ? ""
        : words("; %d small coins wait, since one payment takes 500", purse.waiting());
  }

  private static String remark(Conduct conduct) {
    return switch (conduct) {
      case GOOD -> "";
      case UNREACHABLE -> "; no children without a working e-mail address";
      case OUTDATED -> "; no children while tor is not one that the authorities recommend";
      case STERILE, LEAVING -> "; no children by order of its launcher";
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
