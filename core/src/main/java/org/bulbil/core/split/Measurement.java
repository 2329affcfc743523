package org.bulbil.core.split;

/**
 * How much of the network's traffic a relay is trusted with by those who measure it, not by its own
 * word.
 *
 * @param guard chance that a client chooses it as the first relay of a circuit, 0 to 1
 * @param middle as the second
 * @param exit as the last
 * @param lasting its usual weight over the weight of now, 0 to 1: 1 where it had this weight for
 *     half of the last 14 days, or where nothing is known
 */
public record Measurement(double guard, double middle, double exit, double lasting) {

  public Measurement {
    Fractions.check("guard", guard);
    Fractions.check("middle", middle);
    Fractions.check("exit", exit);
    Fractions.check("lasting", lasting);
  }

  /** Positions that it takes in a circuit, in all: what its plan has to carry. */
  double carried() {
    return value(1);
  }

  /** What it does for the network, where an exit position counts {@code exitBonus}. */
  double value(double exitBonus) {
    return (guard + middle + exitBonus * exit) * lasting;
  }
}
