package org.bulbil.evolve.world;

import java.util.Arrays;
import org.bulbil.core.policy.Family;
import org.bulbil.evolve.random.Keyed;

/**
 * All relays, as arrays with one place ("slot") for each. Slots are in the order of ids. One whose
 * relay ended stays, marked by {@link #GONE}, until {@link #compact}; that keeps a year of a
 * million relays small, and ids are found by bisection.
 *
 * <p>The arrays are open to this package, whose loops run over them. Days are the world's, from 0.
 */
final class Population {

  /** In place of the end of a lease: there is no relay here any more. */
  static final int GONE = Integer.MIN_VALUE;

  /** In place of a day: never. */
  static final int NEVER = Integer.MIN_VALUE;

  /** Bits that a {@code float} can hold for certain; a longer life never ends by chance. */
  private static final int LIFE_MAX = 1 << 29;

  final Wallets wallets;
  final GiftMemory memory = new GiftMemory();
  private final Rental rental;
  private final long lifetimes;
  private final long luck;

  int[] id = {};
  int[] born = {};

  /** The first day that is not paid, or {@link #GONE}. */
  int[] leaseEnd = {};

  /** The day on which the server ends by accident. */
  int[] doom = {};

  /** Cents at the provider. */
  int[] credit = {};

  int[] newestBirth = {};
  short[] generation = {};

  /** In the year of its life in which its newest child was born. */
  private byte[] births = {};

  byte[] place = {};
  boolean[] gifted = {};
  float[] performance = {};

  /** Rent-days of a gift as its parent knew them: what it expects before it knows better. */
  float[] usualGift = {};

  Breed[] breed = {};

  private int size;
  private int alive;
  private int nextId;

  Population(Wallets wallets, Rental rental, long seed) {
    this.wallets = wallets;
    this.rental = rental;
    this.lifetimes = Keyed.key(seed, Streams.LIFETIME, 0);
    this.luck = Keyed.key(seed, Streams.LUCK, 0);
  }

  /** Slots in use, those of ended relays among them. */
  int size() {
    return size;
  }

  int alive() {
    return alive;
  }

  /** How many relays there ever were; the next one's id. */
  int everBorn() {
    return nextId;
  }

  boolean isAlive(int slot) {
    return leaseEnd[slot] != GONE;
  }

  /** One more relay. Returns its slot. */
  int add(Breed kind, int day, int paidUntil, long credits, int depth, double gift) {
    int slot = size++;
    reach(size);
    int number = nextId++;
    id[slot] = number;
    born[slot] = day;
    leaseEnd[slot] = paidUntil;
    doom[slot] = day + life(Keyed.uniform(Keyed.bits(lifetimes, number, 0)));
    credit[slot] = Math.toIntExact(credits);
    newestBirth[slot] = NEVER;
    generation[slot] = (short) depth;
    births[slot] = 0;
    gifted[slot] = false;
    usualGift[slot] = (float) gift;
    place[slot] = (byte) rental.placeOf(kind.region());
    breed[slot] = kind;
    performance[slot] = performance(kind, slot, number);
    alive++;
    return slot;
  }

  /** Whole days, at least one, until an accident of a constant chance a day. */
  private int life(double uniform) {
    double hazard = rental.deathPerDay();
    if (hazard == 0) {
      return LIFE_MAX;
    }
    return hazard == 1
        ? 1
        : 1 + (int) Math.min(LIFE_MAX, StrictMath.log(uniform) / StrictMath.log1p(-hazard));
  }

  private float performance(Breed kind, int slot, int number) {
    double sigma = rental.luckSigma();
    double chance =
        sigma == 0 ? 1 : StrictMath.exp(sigma * Keyed.gaussian(Keyed.bits(luck, number, 0)));
    return (float) (rental.places().get(place[slot]).performance() * kind.vigour() * chance);
  }

  /** A child is born. */
  void bore(int slot, int day) {
    births[slot] = (byte) (births(slot, day) + 1);
    newestBirth[slot] = day;
  }

  /** Children of this year of its life; an agent, who keeps dates, counts the last 365 days. */
  int births(int slot, int day) {
    int newest = newestBirth[slot];
    return newest != NEVER && year(slot, newest) == year(slot, day) ? births[slot] : 0;
  }

  private int year(int slot, int day) {
    return (day - born[slot]) / Family.YEAR;
  }

  /** A gift comes. */
  void give(int slot, int day, long sats) {
    wallets.receive(slot, sats);
    memory.note(slot, day, sats);
    gifted[slot] = true;
  }

  /** The relay of this slot has ended; its purse must be empty. */
  void end(int slot) {
    memory.clear(slot);
    leaseEnd[slot] = GONE;
  }

  /** So many have ended since this was last called. */
  void bury(int ended) {
    alive -= ended;
  }

  /** The slot of a living relay; -1 where it has ended. */
  int slotOf(int number) {
    int slot = Arrays.binarySearch(id, 0, size, number);
    return slot >= 0 && isAlive(slot) ? slot : -1;
  }

  /** How many live in each place. */
  int[] byPlace() {
    var counts = new int[rental.places().size()];
    for (int slot = 0; slot < size; slot++) {
      if (isAlive(slot)) {
        counts[place[slot]]++;
      }
    }
    return counts;
  }

  /** Slots of ended relays are given up; those of others move, in order. */
  void compact() {
    int to = 0;
    for (int from = 0; from < size; from++) {
      if (isAlive(from)) {
        if (from != to) {
          move(from, to);
        }
        to++;
      }
    }
    Arrays.fill(breed, to, size, null);
    size = to;
  }

  private void move(int from, int to) {
    wallets.move(from, to);
    memory.move(from, to);
    id[to] = id[from];
    born[to] = born[from];
    leaseEnd[to] = leaseEnd[from];
    doom[to] = doom[from];
    credit[to] = credit[from];
    newestBirth[to] = newestBirth[from];
    generation[to] = generation[from];
    births[to] = births[from];
    place[to] = place[from];
    gifted[to] = gifted[from];
    usualGift[to] = usualGift[from];
    performance[to] = performance[from];
    breed[to] = breed[from];
  }

  private void reach(int slots) {
    if (slots <= id.length) {
      return;
    }
    int room = Math.max(64, slots + slots / 4);
    wallets.reach(room);
    memory.reach(room);
    id = Arrays.copyOf(id, room);
    born = Arrays.copyOf(born, room);
    leaseEnd = Arrays.copyOf(leaseEnd, room);
    doom = Arrays.copyOf(doom, room);
    credit = Arrays.copyOf(credit, room);
    newestBirth = Arrays.copyOf(newestBirth, room);
    generation = Arrays.copyOf(generation, room);
    births = Arrays.copyOf(births, room);
    place = Arrays.copyOf(place, room);
    gifted = Arrays.copyOf(gifted, room);
    usualGift = Arrays.copyOf(usualGift, room);
    performance = Arrays.copyOf(performance, room);
    breed = Arrays.copyOf(breed, room);
  }

  /** A digest of everything that relays are; equal populations have equal ones. */
  long hash() {
    long hash = Keyed.key(alive, nextId, 0);
    for (int slot = 0; slot < size; slot++) {
      if (isAlive(slot)) {
        hash = Keyed.bits(hash ^ id[slot], born[slot], leaseEnd[slot]);
        hash = Keyed.bits(hash ^ credit[slot], births[slot], newestBirth[slot]);
        hash = Keyed.bits(hash ^ generation[slot], wallets.sum(slot), place[slot]);
      }
    }
    return hash;
  }
}
