package org.bulbil.agent.survive;

import java.util.function.Supplier;
import org.bulbil.core.outcome.Outcome;

/** Every request of the agent to the outside world, and what can happen to one. */
final class Wire {

  /** How long the agent waits for one answer, by its settings and those of a real client. */
  static final java.time.Duration PATIENCE = java.time.Duration.ofSeconds(30);

  private final World world;
  private final Dice dice;
  private int troubles;

  Wire(World world, Dice dice) {
    this.world = world;
    this.dice = dice;
  }

  /** How many requests have gone wrong so far. */
  int troubles() {
    return troubles;
  }

  /**
   * Sends a request.
   *
   * @param what it asks for, for the diary
   * @param deed what it does at the other side
   */
  <T> Outcome<T> send(String what, Supplier<Outcome<T>> deed) {
    world.tally.count(Happening.REQUESTS);
    if (strikes(Fault.CRASH_AT_REQUEST, what)) {
      return crash(what, deed);
    }
    if (strikes(Fault.SILENCE, what)) {
      world.pass(PATIENCE);
      return Outcome.unknown("no answer in time");
    }
    if (strikes(Fault.SERVER_ERROR, what)) {
      return Outcome.unknown("answered 502");
    }
    if (strikes(Fault.REFUSAL, what)) {
      return Outcome.refused("not today", 400);
    }
    return deliver(what, deed);
  }

  private <T> Outcome<T> deliver(String what, Supplier<Outcome<T>> deed) {
    if (strikes(Fault.REPEATED_REQUEST, what)) {
      var _ = deed.get();
    }
    var answer = deed.get();
    return strikes(Fault.LOST_ANSWER, what)
        ? Outcome.unknown("no connection (after the request left)")
        : answer;
  }

  private <T> Outcome<T> crash(String what, Supplier<Outcome<T>> deed) {
    if (dice.chance(0.5)) {
      var _ = deed.get();
      throw new PowerCut("after " + what);
    }
    throw new PowerCut("before " + what);
  }

  private boolean strikes(Fault fault, String what) {
    boolean strikes = world.swarm.strikes(fault);
    if (strikes) {
      trouble();
      world.diary.note("%s at %s", fault, what);
    }
    return strikes;
  }

  /** Something else went wrong with an answer. */
  void trouble() {
    troubles++;
    world.tally.count(Happening.TROUBLES);
  }
}
