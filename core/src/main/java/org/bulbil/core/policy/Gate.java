package org.bulbil.core.policy;

import java.util.Locale;
import java.util.Optional;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.money.Cents;
import org.bulbil.core.policy.Decision.Propagate;

/**
 * Whether a relay may bear a child now: a good citizen that has proved itself, whose donors give
 * more than it needs even by a cautious estimate, that keeps its reserve, and while fees are not
 * dear.
 *
 * <p>A relay with a full reserve can plant a child each {@code (e+s)/(ρ−1)} days until it dies, so
 * it has more than one descendant if {@code ρ > 1 + (e+s)·h}: e the endowment, s the cost of
 * setting it up, h the chance to die on a day.
 */
public final class Gate {

  /** What a birth costs besides the endowment: fees and the start gift, in rent-days. */
  private static final int SETUP_DAYS = 2;

  /** The chance that a server dies on any one day, without its donors' fault. */
  private static final double HAZARD = 1 / 900.0;

  /** How long the early deaths of children count, in days. */
  private static final int MOURNING_DAYS = 90;

  /**
   * A birth that takes a few days may reach so far into the reserve that was whole at its start.
   */
  private static final int BEGUN_BIRTH_DAYS = 7;

  /**
   * What coins count for beside prepaid days: rent is in dollars, and in one month of twenty a
   * bitcoin lost more than a quarter of its price.
   */
  private static final double PRICE_HOLDS = 0.75;

  /** Of the pause between births: 2^6 times the usual seven days are more than a year. */
  private static final int DOUBLINGS_MAX = 6;

  private final Genome genome;
  private final Limits limits;

  public Gate(Genome genome, Limits limits) {
    this.genome = genome;
    this.limits = limits;
  }

  /** A birth, if nothing is in its way. */
  Optional<Decision> open(Situation s) {
    return obstacle(s).isPresent() ? Optional.empty() : Optional.of(birth(s));
  }

  private Decision birth(Situation s) {
    var endowment = endowment(s);
    return new Propagate(
        endowment,
        Words.later(
            () ->
                String.format(
                    Locale.ROOT,
                    "%.0f days of runway stay after a child with %s; %s",
                    daysLeftAfter(s, endowment),
                    endowment,
                    reason(s))));
  }

  private String reason(Situation s) {
    return paysForItself(s)
        ? String.format(Locale.ROOT, "the reserve is %.0f", reserve(s))
        : "it is a windfall, since gifts alone may not pay for more than the own rent";
  }

  /** What is in the way of a birth; empty where nothing is. */
  public Optional<Obstacle> obstacle(Situation s) {
    return citizenship(s).or(() -> patience(s)).or(() -> means(s));
  }

  /** Whether nothing is in the way of children but time and money. */
  boolean mayBear(Situation s) {
    return citizenship(s).or(() -> caps(s)).isEmpty();
  }

  private Optional<Obstacle> caps(Situation s) {
    if (s.family().births() >= limits.births()) {
      return Optional.of(Obstacle.ENOUGH);
    }
    return s.family().generation() >= limits.generations()
        ? Optional.of(Obstacle.DEEP)
        : Optional.empty();
  }

  private Optional<Obstacle> citizenship(Situation s) {
    if (!limits.mayPropagate()) {
      return Optional.of(Obstacle.FORBIDDEN);
    }
    return switch (s.conduct()) {
      case GOOD -> Optional.empty();
      case UNREACHABLE -> Optional.of(Obstacle.UNREACHABLE);
      case OUTDATED -> Optional.of(Obstacle.OUTDATED);
      case STERILE, LEAVING -> Optional.of(Obstacle.ORDERED);
    };
  }

  private Optional<Obstacle> patience(Situation s) {
    if (s.family().underWay()) {
      return Optional.of(Obstacle.UNDER_WAY);
    }
    if (s.family().demand() == Demand.MET) {
      return Optional.of(Obstacle.NOT_WANTED);
    }
    return caps(s).or(() -> rest(s));
  }

  private Optional<Obstacle> rest(Situation s) {
    if (s.ageDays() < limits.maturityDays()) {
      return Optional.of(Obstacle.YOUNG);
    }
    return isResting(s) ? Optional.of(Obstacle.RESTING) : Optional.empty();
  }

  private Optional<Obstacle> means(Situation s) {
    if (!s.isPurseKnown()) {
      return Optional.of(Obstacle.UNKNOWN);
    }
    if (s.purse().orElseThrow().isDear()) {
      return Optional.of(Obstacle.DEAR_FEES);
    }
    var endowment = endowment(s);
    if (!leavesWindfall(s, endowment, SETUP_DAYS)) {
      if (!paysForItself(s)) {
        return Optional.of(Obstacle.LITTLE_INCOME);
      }
      if (!leavesReserve(s, endowment, SETUP_DAYS)) {
        return Optional.of(Obstacle.RESERVE);
      }
    }
    return s.purchasingPower().covers(endowment.plus(nextCredit(s)))
        ? Optional.empty()
        : Optional.of(Obstacle.PURSE);
  }

  /**
   * What the own rent may want out of the same purse before the birth is paid: a purchase of credit
   * comes first, and a birth that has to give way has failed.
   */
  private static Cents nextCredit(Situation s) {
    var week = s.plan().rentFor(BEGUN_BIRTH_DAYS);
    var least = s.terms().smallestInvoice();
    return week.covers(least) ? week : least;
  }

  /** The days of rent that a child gets, in whole dollars, and no less than is sold at once. */
  private Cents endowment(Situation s) {
    var days = s.plan().rentFor(limits.endowmentDays()).wholeDollarsUp();
    return Cents.dollars(Math.max(days, s.terms().smallestInvoice().wholeDollarsUp()));
  }

  /**
   * Days that must stay: the reserve of a relay that can expect more, else what a windfall leaves.
   */
  double needed(Situation s) {
    return paysForItself(s) ? Math.min(reserve(s), afterWindfall()) : afterWindfall();
  }

  private double afterWindfall() {
    return Math.max(0, limits.windfallDays() - limits.endowmentDays() - SETUP_DAYS);
  }

  /** Days of rent that are kept before a child gets anything. */
  private double reserve(Situation s) {
    return Reserve.days(s.outlook(), genome);
  }

  private boolean paysForItself(Situation s) {
    return s.outlook().cautiousIncome() > incomeNeeded(s);
  }

  /**
   * The income ρ*, in rent-days per day, above which a relay has more than one descendant. Twice as
   * far above 1 while children have been dying young.
   */
  public double incomeNeeded(Situation s) {
    double surplus = (limits.endowmentDays() + SETUP_DAYS) * HAZARD;
    return 1 + (isMourning(s) ? 2 : 1) * surplus;
  }

  private static boolean isMourning(Situation s) {
    var bereft = s.family().bereft();
    return bereft.isPresent() && s.day().between(bereft.get(), s.now()) < MOURNING_DAYS;
  }

  /** Whether so much runway stays that its money would not be missed. */
  private boolean leavesWindfall(Situation s, Cents spent, int besides) {
    return daysLeftAfter(s, spent) - besides >= afterWindfall();
  }

  /** Whether the reserve stays, also if bitcoin loses what it loses in a bad month. */
  private boolean leavesReserve(Situation s, Cents spent, int besides) {
    double coins = s.purseDays() - daysOf(s, spent);
    double lasting = coins > 0 ? coins * PRICE_HOLDS : coins;
    return s.prepaidDays() + lasting - besides >= reserve(s);
  }

  private static double daysLeftAfter(Situation s, Cents spent) {
    return s.runwayDays() - daysOf(s, spent);
  }

  private static double daysOf(Situation s, Cents amount) {
    return (double) amount.value() / s.plan().rent().value();
  }

  private boolean isResting(Situation s) {
    var newest = s.family().newest();
    return newest.isPresent()
        && s.day().between(newest.get(), s.now()) < daysOfRest(s.family().failures());
  }

  /** Each failed birth may have cost an endowment: the pause doubles, so that they stay few. */
  private double daysOfRest(int failures) {
    return limits.daysBetweenBirths() * (double) (1L << Math.min(failures, DOUBLINGS_MAX));
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
                && (leavesReserve(s, amount, -BEGUN_BIRTH_DAYS)
                    || leavesWindfall(s, amount, -BEGUN_BIRTH_DAYS)))
        : Optional.empty();
  }
}
