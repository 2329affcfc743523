package org.bulbil.evolve.world;

/**
 * How likely each relay is to be chosen by a donor who looks for one: as the network sees it, by
 * its performance, which takes Tor ten weeks to believe. Made anew once a week, like a list that
 * donors read.
 */
final class Attention {

  static final int DAYS = 7;

  /** Tor does not measure a relay before this age, in days. */
  private static final int UNMEASURED = 3;

  /** From here on it is used as a middle. */
  private static final int MEASURED = 8;

  /** From here on it carries what it can, as a guard too. */
  private static final int STEADY = 68;

  /** Share of its later load that a relay has when its measurements begin to count. */
  private static final double FIRST_LOAD = 0.1;

  private final double taste;
  private float[] weights = {};
  private Alias alias = new Alias(new float[] {1}, 1);
  private boolean anybody;

  Attention(double taste) {
    this.taste = taste;
  }

  /** Looks at everybody. */
  void look(Population relays, int day) {
    int size = relays.size();
    weights = size > weights.length ? new float[size + size / 4] : weights;
    for (int slot = 0; slot < size; slot++) {
      weights[slot] = relays.isAlive(slot) ? (float) weight(relays, slot, day) : 0;
    }
    anybody = Alias.sum(weights, size) > 0;
    alias = anybody ? new Alias(weights, size) : alias;
  }

  private double weight(Population relays, int slot, int day) {
    double load = load(day - relays.born[slot]);
    return load == 0 ? 0 : load * liking(relays.performance[slot]);
  }

  /** Powers of 0 and 1 are by far the most usual. */
  private double liking(float performance) {
    if (taste == 0) {
      return 1;
    }
    return taste == 1 ? performance : StrictMath.pow(performance, taste);
  }

  /** The share of its later load that a relay of this age has. */
  static double load(int age) {
    if (age < UNMEASURED) {
      return 0;
    }
    if (age < MEASURED) {
      return FIRST_LOAD * (age - UNMEASURED + 1) / (MEASURED - UNMEASURED + 1);
    }
    return age >= STEADY
        ? 1
        : FIRST_LOAD + (1 - FIRST_LOAD) * (age - MEASURED) / (STEADY - MEASURED);
  }

  /** Whether there is anybody to choose. */
  boolean isAnybody() {
    return anybody;
  }

  /** The slot of one of those that were there at the last look; -1 where nobody was. */
  int draw(long bits) {
    return anybody ? alias.draw(bits) : -1;
  }
}
