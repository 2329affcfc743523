package org.bulbil.evolve.ensemble;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How far something long is. Written by its threads, read by whoever wants to know. */
public final class Progress {

  private final long daysInAll;
  private final int roundsInAll;
  private final AtomicLong days = new AtomicLong();
  private final AtomicInteger rounds = new AtomicInteger();

  /**
   * Nothing is done yet.
   *
   * @param rounds that there will be
   * @param daysInAll of all worlds of all rounds
   */
  public Progress(int rounds, long daysInAll) {
    this.daysInAll = daysInAll;
    this.roundsInAll = rounds;
  }

  static Progress of(Design design) {
    return new Progress(design.replicates(), (long) design.worlds() * design.days());
  }

  /** A world has lived so many days more. */
  public void lived(int more) {
    days.addAndGet(more);
  }

  /** A round is over. */
  public void rounded() {
    rounds.incrementAndGet();
  }

  /** The share of all days of all worlds, 0 to 1. */
  public double share() {
    return (double) days.get() / daysInAll;
  }

  /** Rounds that are over. */
  public int rounds() {
    return rounds.get();
  }

  /** Rounds that there will be. */
  public int roundsInAll() {
    return roundsInAll;
  }
}
