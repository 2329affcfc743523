package org.bulbil.core.genome;

/**
 * A heritable number: its unit, its bounds, and the step by which it varies. Names are part of the
 * encoding and stay; a new gene needs a usual value that relays born before it can live with.
 */
public enum Gene {
  /** Share of the plan's sustained traffic allowance that tor may use, in percent. */
  BANDWIDTH("bandwidth", 30, 100, 10, 80),

  /**
   * How rare ruin is to be: in one life of {@code 10^(value/60)}. It was a number of rent-days, and
   * programs that still read it so err in the same direction.
   */
  RESERVE("reserve", 20, 180, 10, 60),

  /** Where the stock of prepaid days is full, in rent-days: S of the (s,S) stock. */
  CREDIT("credit", 20, 360, 20, 160),

  /** How much more than waiting the first prepaid day may cost, in percent of its price. */
  COIN_FEE("coinfee", 1, 25, 1, 2),

  /** How long before its expiry a lease is renewed, in rent-days. */
  LEAD("lead", 3, 14, 1, 7);

  private final String key;
  private final int min;
  private final int max;
  private final int step;
  private final int usual;

  Gene(String key, int min, int max, int step, int usual) {
    this.key = key;
    this.min = min;
    this.max = max;
    this.step = step;
    this.usual = usual;
  }

  /** Its name in the encoding. */
  public String key() {
    return key;
  }

  public int min() {
    return min;
  }

  public int max() {
    return max;
  }

  /** The distance between neighbours. */
  public int step() {
    return step;
  }

  /** Its value in a founder. */
  public int usual() {
    return usual;
  }

  /** The nearest value within the bounds. */
  public int clamp(long value) {
    return Math.clamp(value, min, max);
  }
}
