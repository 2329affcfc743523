package org.bulbil.evolve.ensemble;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How far an ensemble is. Written by its threads, read by whoever wants to know. */
public final class Progress {

  private final long daysInAll;
  private final int roundsInAll;
  private final AtomicLong days = new AtomicLong();
  private final AtomicInteger rounds = new AtomicInteger();

  Progress(Design design) {
    this.daysInAll = (long) design.worlds() * design.days();
    this.roundsInAll = design.replicates();
  }

  void lived(int more) {
    days.addAndGet(more);
  }

  void rounded() {
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
