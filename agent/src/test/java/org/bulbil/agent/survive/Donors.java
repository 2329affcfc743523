package org.bulbil.agent.survive;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.bitcoin.Address;
import org.bulbil.core.money.Sats;

/** People who give, in moods that change: drought, thrift, plenty, whales, and dust. */
final class Donors {

  /** How people give for some weeks. */
  private enum Mood {
    DROUGHT(Duration.ofDays(60), 500, 3_000),
    THRIFT(Duration.ofDays(9), 1_000, 9_000),
    PLENTY(Duration.ofDays(5), 3_000, 30_000),
    MANY_SMALL(Duration.ofHours(30), 300, 1_500),
    WHALES(Duration.ofDays(15), 30_000, 3_000_000),
    DUST(Duration.ofHours(20), 1, 400);

    private final Duration between;
    private final long least;
    private final long most;

    Mood(Duration between, long least, long most) {
      this.between = between;
      this.least = least;
      this.most = most;
    }
  }

  private static final Duration MOOD_LASTS = Duration.ofDays(25);

  /** The testing chain's faucet has 500 coins. */
  private static final int GIFTS_MAX = 450;

  private static final double RESCUES = 0.3;
  private static final Sats RESCUE = Sats.of(25_000);

  private final World world;
  private final Dice dice;
  private Mood mood;
  private Instant moodEnds;
  private Instant next;
  private int given;

  Donors(World world, Dice dice) {
    this.world = world;
    this.dice = dice;
    this.mood = draw();
    this.moodEnds = world.now().plus(dice.wait(MOOD_LASTS));
    this.next = world.now().plus(dice.wait(mood.between));
  }

  private Mood draw() {
    return dice.pick(java.util.List.of(Mood.values()));
  }

  void turn(Address relay) {
    if (!world.now().isBefore(moodEnds)) {
      mood = draw();
      moodEnds = world.now().plus(dice.wait(MOOD_LASTS));
      next = world.now().plus(dice.wait(mood.between));
    }
    if (!world.now().isBefore(next)) {
      give(relay, Sats.of(dice.spread(mood.least, mood.most)));
      next = world.now().plus(dice.wait(mood.between));
    }
  }

  /** Somebody sees that a relay gives its last, and may want it to live. */
  void seeWill(Address relay) {
    if (dice.chance(RESCUES)) {
      give(relay, RESCUE);
    }
  }

  private void give(Address relay, Sats amount) {
    if (given++ < GIFTS_MAX) {
      world.chain.fund(relay, amount);
      world.tally.count(Happening.GIFTS);
      world.diary.note("a gift of %s is sent", amount);
    }
  }
}
