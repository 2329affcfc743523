package org.bulbil.evolve.world;

/**
 * How a relay becomes known with age: nothing, a little, and then more each day up to its full
 * load.
 *
 * @param measured days from which on it has a little
 * @param trusted days from which on that grows evenly
 * @param steady days from which on it has all
 */
public record Ramp(int measured, int trusted, int steady) {

  /** Tor's: measured after 3 days, believed after 8, a guard with its full load after 68. */
  public static final Ramp TOR = new Ramp(3, 8, 68);

  /** Known from the first day. */
  public static final Ramp NONE = new Ramp(0, 0, 0);

  /** Share of its later load that a relay has when its growth begins. */
  private static final double FIRST_LOAD = 0.1;

  public Ramp {
    Bounds.within("ramp.measured_days", measured, 0, 3650);
    Bounds.within("ramp.trusted_days", trusted, measured, 3650);
    Bounds.within("ramp.steady_days", steady, trusted, 3650);
  }

  /** The share of its later load that a relay of this age has. */
  public double load(int age) {
    if (age >= steady) {
      return 1;
    }
    if (age < measured) {
      return 0;
    }
    return age < trusted
        ? FIRST_LOAD * (age - measured + 1) / (trusted - measured + 1)
        : FIRST_LOAD + (1 - FIRST_LOAD) * (age - trusted) / (steady - trusted);
  }
}
