package org.bulbil.evolve.contest;

import java.util.List;
import org.bulbil.evolve.replay.Ledger;
import org.bulbil.evolve.replay.Life;

/**
 * A share of satoshis, and how sure it is.
 *
 * @param value the mean over all satoshis of all lives, 0 to 1
 * @param low where the 95 % interval begins, at least 0
 * @param high where it ends, at most 1
 */
public record Share(double value, double low, double high) {

  /** Standard deviations of the normal distribution between which 95 % lie. */
  private static final double SPAN = 1.959964;

  /**
   * Of what was spent, the share that became rent.
   *
   * <p>Rent of all lives divided by what all of them spent, so that a satoshi counts the same in a
   * short life as in a long one. The interval is that of a ratio of sums (its linearised variance);
   * from one life nothing follows, and it is 0 to 1.
   */
  static Share thatBecameRent(List<Life> lives) {
    var total = lives.stream().map(Life::ledger).reduce(Ledger.EMPTY, Ledger::plus);
    double eta = total.eta();
    int n = lives.size();
    if (n < 2) {
      return new Share(eta, 0, 1);
    }
    double squares = lives.stream().mapToDouble(life -> square(surplus(life, eta))).sum();
    double mean = (double) (total.donated() - total.held()) / n;
    double error = mean > 0 ? Math.sqrt(squares / (n - 1) / n) / mean : 0;
    return new Share(eta, Math.max(0, eta - SPAN * error), Math.min(1, eta + SPAN * error));
  }

  /** Satoshis of rent beyond what was to be expected of what was spent. */
  private static double surplus(Life life, double eta) {
    var ledger = life.ledger();
    return ledger.rent() - eta * (ledger.donated() - ledger.held());
  }

  private static double square(double x) {
    return x * x;
  }
}
