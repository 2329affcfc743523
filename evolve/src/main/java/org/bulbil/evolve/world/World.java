package org.bulbil.evolve.world;

import java.util.Map;
import java.util.function.Function;
import org.bulbil.core.policy.Prior;
import org.bulbil.evolve.random.Keyed;

/**
 * A population of relays and what befalls it, a day at a time: conditions, gifts, everybody's day,
 * births in the order of their parents' ids. At the end of each day every satoshi is accounted for.
 */
public final class World {

  /** Ended relays are cleared away when they are this part of all. */
  private static final int CLUTTER = 8;

  /** Gifts that one thread draws at once. */
  private static final int DRAWS = 256;

  private static final long SATS_PER_BITCOIN = 100_000_000;

  private final Scenario scenario;
  private final Course course;
  private final Rounds rounds;
  private final Weather weather;
  private final Population relays;
  private final Donors donors;
  private final Attention attention;
  private final Living living;
  private final Lives lives = new Lives();
  private final Chronicle chronicle = new Chronicle();
  private Tally sum = new Tally();
  private int[] givers = {};
  private long[] amounts = {};
  private Books books = Books.EMPTY;
  private int day;

  /**
   * The founders on day 0.
   *
   * @param founder the breed of whoever lives in a region
   */
  public World(
      Scenario scenario,
      Climate climate,
      Function<String, Breed> founder,
      Course course,
      Crew crew) {
    this(scenario, climate, founder, course, _ -> new SharedRounds(crew));
  }

  World(
      Scenario scenario,
      Climate climate,
      Function<String, Breed> founder,
      Course course,
      Function<Population, Rounds> rounds) {
    this.scenario = scenario;
    this.course = course;
    this.weather = new Weather(climate, scenario.shocks());
    this.relays = new Population(course.wallets(), scenario.rental(), course.seed());
    this.rounds = rounds.apply(relays);
    this.donors =
        new Donors(
            scenario.giving(),
            scenario.founders().count(),
            scenario.rental().plan().rent().value(),
            course.seed());
    this.attention = new Attention(scenario.giving());
    this.living =
        new Living(scenario, relays, course.asking(), lives, weather.on(0), course.seed());
    found(founder);
  }

  /** A world of our own relays. */
  public static World ofBulbils(Scenario scenario, Climate climate, Course course, Crew crew) {
    return new World(scenario, climate, Bulbil.founders(scenario), course, crew);
  }

  private void found(Function<String, Breed> founder) {
    var founders = scenario.founders();
    var breeds =
        scenario.rental().places().stream()
            .map(place -> founder.apply(place.region().slug()))
            .toList();
    for (int i = 0; i < founders.count(); i++) {
      var breed = breeds.get(i % breeds.size());
      int slot =
          relays.add(
              breed,
              0,
              founders.leaseDays(i),
              founders.credit().value(),
              0,
              Prior.USUAL.meanGift());
      lives.founded(relays.id[slot], breed);
    }
  }

  /** Lives so many days more, or until nobody is alive. */
  public void run(int days) {
    for (int i = 0; i < days && relays.alive() > 0; i++) {
      step();
    }
  }

  /** Lives one day. */
  public void step() {
    var today = weather.on(day);
    tidy();
    int gifts = give(today);
    live(today);
    int births = bear();
    settle();
    record(gifts, births);
    day++;
  }

  private void tidy() {
    if (attention.isStale(relays.alive(), day)) {
      if (!rounds.needsSlots() && relays.size() - relays.alive() > relays.size() / CLUTTER) {
        relays.compact();
      }
      attention.look(relays, day);
    }
  }

  private int give(Conditions today) {
    if (!attention.isAnybody()) {
      return 0;
    }
    int count = donors.gifts(day, relays.alive(), weather.generosity(day));
    double satsPerCent = (double) SATS_PER_BITCOIN / today.rate().centsPerBitcoin();
    draw(count, satsPerCent);
    long given = 0;
    for (int k = 0; k < count; k++) {
      int slot = donors.relay(givers[k], day, k, relays, attention);
      if (slot >= 0) {
        relays.give(slot, day, amounts[k]);
        given += amounts[k];
      }
    }
    books = books.given(given);
    return count;
  }

  /** Who gives how much today: what does not depend on the relays. */
  private void draw(int count, double satsPerCent) {
    if (count > givers.length) {
      givers = new int[count + count / 4];
      amounts = new long[count + count / 4];
    }
    rounds.share(
        Math.ceilDiv(count, DRAWS),
        part -> {
          for (int k = part * DRAWS; k < Math.min(count, (part + 1) * DRAWS); k++) {
            givers[k] = donors.donor(day, k);
            double cents = donors.cents(givers[k], day, k);
            amounts[k] = Math.max(1, Math.round(cents * satsPerCent));
          }
        });
  }

  private void live(Conditions today) {
    living.begin(day, today, weather.bans(day));
    sum = rounds.live(living, relays.size());
    relays.bury(sum.ended());
  }

  private int bear() {
    int births = sum.births();
    var relatives = births == 0 ? new int[0] : relays.byPlace();
    for (int birth = 0; birth < births; birth++) {
      bear(sum.parent(birth), sum.endowment(birth), sum.gift(birth), relatives);
    }
    return births;
  }

  private void bear(int parent, long endowment, double gift, int[] relatives) {
    var rental = scenario.rental();
    long rent = rental.plan().rent().value();
    int days = (int) Math.min(rental.launchDays(), endowment / rent);
    int of = relays.id[parent];
    int generation = relays.generation[parent] + 1;
    var luck = new KeyedSequence(Keyed.key(course.seed(), Streams.MUTATION, of), day);
    var breed = relays.breed[parent].child(luck, relatives);
    int slot = relays.add(breed, day, day + 1 + days, endowment - days * rent, generation, gift);
    lives.begun(relays.id[slot], of, generation, day, breed);
  }

  /** Every satoshi is somewhere, or this program has a fault. */
  private void settle() {
    books = books.after(sum);
    if (books.difference() != 0) {
      throw new IllegalStateException(
          "day %d: %d sat are not accounted for in %s".formatted(day, books.difference(), books));
    }
  }

  private void record(int gifts, int births) {
    chronicle.record(
        new Chronicle.DayRow(
            day,
            sum.lived,
            relays.alive(),
            births,
            sum.unpaid,
            sum.accidents,
            sum.banned,
            sum.wills,
            gifts,
            sum.asked,
            sum.prepaid,
            books,
            sum.lived == 0 ? 0 : (double) sum.generations / sum.lived));
    if (course.censusDays() > 0 && day % course.censusDays() == 0) {
      chronicle.count(day, relays);
    }
  }

  /** How many relays live in each region now; regions without any are left out. */
  public Map<String, Integer> regions() {
    return Chronicle.regions(relays);
  }

  /** Days lived so far. */
  public int day() {
    return day;
  }

  public int alive() {
    return relays.alive();
  }

  public Books books() {
    return books;
  }

  public Chronicle chronicle() {
    return chronicle;
  }

  public Lives lives() {
    return lives;
  }

  /**
   * A digest of everybody's state and of the books; worlds with equal histories have equal ones.
   */
  public long hash() {
    return Keyed.bits(relays.hash(), books.donated() ^ books.rent(), books.fees() ^ books.lost());
  }
}
