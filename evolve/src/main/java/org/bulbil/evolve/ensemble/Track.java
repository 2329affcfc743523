package org.bulbil.evolve.ensemble;

import java.util.Arrays;
import java.util.List;
import org.bulbil.evolve.statistics.Survival;
import org.bulbil.evolve.world.Books;
import org.bulbil.evolve.world.Chronicle.DayRow;
import org.bulbil.evolve.world.Lives;
import org.bulbil.evolve.world.Ramp;
import org.bulbil.evolve.world.World;

/** What is kept of a world: some tens of kilobytes, however many relays it had. */
public final class Track {

  /** Days from one entry in the ledger to the next. */
  public static final int WEEK = 7;

  private final Entrant entrant;
  private final int days;
  private final int[] alive;
  private final Books[] ledger;
  private final Books books;
  private final Toll toll;
  private final double known;
  private final Survival survival;
  private final Generations generations;
  private final long hash;

  /**
   * Sums over a world.
   *
   * @param lived relay-days
   */
  public record Toll(long lived, long births, long unpaid, long accidents, long banned) {

    static Toll of(List<DayRow> days) {
      long lived = 0;
      long births = 0;
      long unpaid = 0;
      long accidents = 0;
      long banned = 0;
      for (var day : days) {
        lived += day.lived();
        births += day.births();
        unpaid += day.unpaid();
        accidents += day.accidents();
        banned += day.banned();
      }
      return new Toll(lived, births, unpaid, accidents, banned);
    }
  }

  private Track(Entrant entrant, int days, World world, Ramp ramp) {
    var rows = world.chronicle().days();
    this.entrant = entrant;
    this.days = days;
    this.alive = Arrays.copyOf(rows.stream().mapToInt(DayRow::alive).toArray(), days);
    this.ledger = ledger(rows, days, world.books());
    this.books = world.books();
    this.toll = Toll.of(rows);
    this.known = known(world.lives(), Math.max(0, days - Design.DAYS_PER_YEAR), days, ramp);
    this.survival = survival(world.lives(), days);
    this.generations = Generations.of(world.lives());
    this.hash = world.hash();
  }

  /** Of a world of this design, which may have ended before its time. */
  static Track of(Entrant entrant, Design design, World world) {
    return new Track(entrant, design.days(), world, design.scenario().giving().ramp());
  }

  /** Each relay counts as much as the network knows of it at its age. */
  private static double known(Lives lives, int from, int to, Ramp ramp) {
    var loads = new double[to + 1]; // of all ages below
    for (int age = 0; age < to; age++) {
      loads[age + 1] = loads[age] + ramp.load(age);
    }
    return lives
            .all()
            .filter(life -> !life.isOver() || life.ended() > from)
            .mapToDouble(
                life ->
                    loads[(life.isOver() ? life.ended() : to) - life.born()]
                        - loads[Math.max(0, from - life.born())])
            .sum()
        / (to - from);
  }

  /** Books at the end of each week; of a world that is empty, as they were left. */
  private static Books[] ledger(List<DayRow> rows, int days, Books last) {
    var weeks = new Books[days / WEEK];
    Arrays.setAll(
        weeks,
        week -> {
          int day = (week + 1) * WEEK - 1;
          return day < rows.size() ? rows.get(day).books() : last;
        });
    return weeks;
  }

  private static Survival survival(Lives lives, int days) {
    var ends = new int[days + 1];
    var censored = new int[days + 1];
    lives
        .all()
        .forEach(
            life -> {
              if (life.isOver()) {
                ends[life.ended() - life.born()]++;
              } else {
                censored[days - 1 - life.born()]++;
              }
            });
    return Survival.of(ends, censored);
  }

  public Entrant entrant() {
    return entrant;
  }

  /** Days that the world was to last. */
  public int days() {
    return days;
  }

  /** Relays at the end of a day, from 0. */
  public int alive(int day) {
    return alive[day];
  }

  /** Relays at the end of each day. */
  int[] alive() {
    return alive.clone();
  }

  /** Relays on the average day of a span. */
  public double meanAlive(int from, int to) {
    return Arrays.stream(alive, from, to).average().orElse(0);
  }

  /** The fewest relays at the end of any day. */
  public int fewest() {
    return Arrays.stream(alive).min().orElse(0);
  }

  /** Weeks that the ledger has. */
  public int weeks() {
    return ledger.length;
  }

  /** Where every satoshi was at the end of a week, from 0. */
  public Books ledger(int week) {
    return ledger[week];
  }

  /** Where every satoshi is at the end. */
  public Books books() {
    return books;
  }

  /**
   * Relays on the average day of the last year, each counted as much as the network knows of it:
   * one with its full load as one, a newborn as nothing.
   */
  public double known() {
    return known;
  }

  public Toll toll() {
    return toll;
  }

  public Survival survival() {
    return survival;
  }

  public Generations generations() {
    return generations;
  }

  /** A digest of the world; see {@link World#hash}. */
  public long hash() {
    return hash;
  }
}
