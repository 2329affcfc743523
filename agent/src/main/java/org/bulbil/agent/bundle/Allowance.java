package org.bulbil.agent.bundle;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.bulbil.core.time.Time;

/**
 * How much of a server's paid traffic visitors may use up: so many bytes a day in all and for one
 * address, and so many downloads at once. A day begins with its first download. Safe for use by
 * several threads.
 */
public final class Allowance {

  /**
   * The bounds.
   *
   * @param bytes a day, to all visitors together
   * @param bytesEach a day, to one address
   * @param atOnce downloads
   */
  public record Bounds(long bytes, long bytesEach, int atOnce) {

    /**
     * Of a relay: a gibibyte a day is 3 % of what a plan with a terabyte a month pays for, and
     * thirty children; a child that is cut off three times still gets its program.
     */
    public static Bounds ofRelay(long bundle) {
      return new Bounds(1L << 30, 4 * bundle, 2);
    }

    /** Of who has nothing else to do. */
    public static Bounds ofMirror() {
      return new Bounds(Long.MAX_VALUE, Long.MAX_VALUE, 64);
    }
  }

  private static final Duration DAY = Duration.ofDays(1);

  /** Addresses remembered; with more on one day nobody gets anything until the next. */
  private static final int ADDRESSES_MAX = 1_000;

  private final Bounds bounds;
  private final Time time;
  private final Semaphore places;
  private final Map<InetAddress, Long> given = new HashMap<>();
  private long total;
  private Instant dayEnd = Instant.MIN;

  public Allowance(Bounds bounds, Time time) {
    this.bounds = bounds;
    this.time = time;
    this.places = new Semaphore(bounds.atOnce());
  }

  /** Takes a place for one download, to be given back by {@link #leave}; false if there is none. */
  boolean enter() {
    return places.tryAcquire();
  }

  void leave() {
    places.release();
  }

  /** Whether {@code visitor} may have {@code bytes} more today; if so they count as given. */
  synchronized boolean grant(InetAddress visitor, long bytes) {
    beginDay();
    long his = given.getOrDefault(visitor, 0L);
    var isKnown = given.containsKey(visitor) || given.size() < ADDRESSES_MAX;
    if (!isKnown || bytes > bounds.bytes() - total || bytes > bounds.bytesEach() - his) {
      return false;
    }
    total += bytes;
    given.put(visitor, his + bytes);
    return true;
  }

  /** Gives back what was granted and then not sent. */
  synchronized void giveBack(InetAddress visitor, long bytes) {
    total = Math.max(0, total - bytes);
    given.computeIfPresent(visitor, (_, his) -> Math.max(0, his - bytes));
  }

  /** Until then a visitor who was refused need not ask again. */
  synchronized Duration untilTomorrow() {
    var left = Duration.between(time.now(), dayEnd);
    return left.isPositive() ? left : Duration.ZERO;
  }

  private void beginDay() {
    var now = time.now();
    if (!now.isBefore(dayEnd)) {
      dayEnd = now.plus(DAY);
      total = 0;
      given.clear();
    }
  }
}
