package org.bulbil.evolve.world;

/**
 * How likely each relay is to be chosen by a donor who looks for one: as the network sees it, by
 * its performance, which takes Tor ten weeks to believe. Made anew once a week, like a list that
 * donors read; daily where relays are few, or nobody was there.
 */
final class Attention {

  /** Days between looks where there are many relays. */
  private static final int DAYS = 7;

  /** So few that a look each day costs nothing. */
  private static final int FEW = 1000;

  private final double taste;
  private final Ramp ramp;
  private float[] weights = {};
  private int[] slots = {};
  private Alias alias = new Alias(new float[] {1}, 1);
  private boolean anybody;

  Attention(Giving giving) {
    this.taste = giving.taste();
    this.ramp = giving.ramp();
  }

  /** Whether it is time for another look. */
  boolean isStale(int alive, int day) {
    return !anybody || alive <= FEW || day % DAYS == 0;
  }

  /** Looks at everybody. */
  void look(Population relays, int day) {
    int room = relays.alive();
    if (room > weights.length) {
      weights = new float[room + room / 4];
      slots = new int[room + room / 4];
    }
    int count = 0;
    for (int slot = 0; slot < relays.size(); slot++) {
      float weight = relays.isAlive(slot) ? (float) weight(relays, slot, day) : 0;
      if (weight > 0) {
        weights[count] = weight;
        slots[count++] = slot;
      }
    }
    anybody = count > 0;
    alias = anybody ? new Alias(weights, count) : alias;
  }

  private double weight(Population relays, int slot, int day) {
    double load = ramp.load(day - relays.born[slot]);
    return load == 0 ? 0 : load * liking(relays.performance[slot]);
  }

  /** Powers of 0 and 1 are by far the most usual. */
  private double liking(float performance) {
    if (taste == 0) {
      return 1;
    }
    return taste == 1 ? performance : StrictMath.pow(performance, taste);
  }

  /** Whether there is anybody to choose. */
  boolean isAnybody() {
    return anybody;
  }

  /** The slot of one of those that were there at the last look; -1 where nobody was. */
  int draw(long bits) {
    return anybody ? slots[alias.draw(bits)] : -1;
  }
}
