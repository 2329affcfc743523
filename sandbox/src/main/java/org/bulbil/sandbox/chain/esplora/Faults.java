package org.bulbil.sandbox.chain.esplora;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.bulbil.core.time.Time;

/**
 * How one server misbehaves; nothing at first. Can be changed while it serves, from any thread. The
 * controls under {@code /sandbox/} are never affected.
 */
public final class Faults {

  /** Longest delay of an answer: beyond it a client has surely given up. */
  public static final Duration MAX_DELAY = Duration.ofMinutes(5);

  /** What becomes of a request. */
  sealed interface Fate {

    /** It is answered. */
    record Answered() implements Fate {}

    /** It is answered with an error. */
    record Failed(int status) implements Fate {}

    /** It is not answered at all. */
    record Dropped() implements Fate {}
  }

  private sealed interface Mood {
    record Well() implements Mood {}

    record Failing(int status, int percent) implements Mood {}

    record Silent() implements Mood {}
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final RandomGenerator dice;
  private final Time time;
  private Mood mood = new Mood.Well();
  private Duration delay = Duration.ZERO;

  public Faults(RandomGenerator dice, Time time) {
    this.dice = dice;
    this.time = time;
  }

  /** Behaves from now on; whoever waited in silence is hung up on. */
  public void none() {
    set(new Mood.Well(), Duration.ZERO);
  }

  /**
   * Answers a share of the requests with an error.
   *
   * @param status 400 to 599
   * @param percent of the requests, 1 to 100
   */
  public void fail(int status, int percent) {
    if (status < 400 || status > 599 || percent < 1 || percent > 100) {
      throw new IllegalArgumentException(
          "errors have a status of 400 to 599 and a share of 1 to 100 percent, not "
              + status
              + " and "
              + percent);
    }
    set(new Mood.Failing(status, percent), Duration.ZERO);
  }

  /** Accepts requests and never answers. */
  public void keepSilent() {
    set(new Mood.Silent(), Duration.ZERO);
  }

  /** Answers everything, late by {@code delay}, which is at most {@link #MAX_DELAY}. */
  public void slowDown(Duration delay) {
    if (delay.isNegative() || delay.compareTo(MAX_DELAY) > 0) {
      throw new IllegalArgumentException("a delay is 0 to " + MAX_DELAY + ", not " + delay);
    }
    set(new Mood.Well(), delay);
  }

  private void set(Mood mood, Duration delay) {
    lock.lock();
    try {
      this.mood = mood;
      this.delay = delay;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Decides over one request, and keeps it waiting where that is its lot. */
  Fate next() throws InterruptedException {
    Duration late;
    Fate fate;
    lock.lockInterruptibly();
    try {
      fate = fate(mood);
      late = delay;
    } finally {
      lock.unlock();
    }
    time.pause(late);
    return fate;
  }

  private Fate fate(Mood now) throws InterruptedException {
    return switch (now) {
      case Mood.Well() -> new Fate.Answered();
      case Mood.Failing(int status, int percent) ->
          dice.nextInt(100) < percent ? new Fate.Failed(status) : new Fate.Answered();
      case Mood.Silent() -> {
        while (mood instanceof Mood.Silent) {
          changed.await();
        }
        yield new Fate.Dropped();
      }
    };
  }
}
