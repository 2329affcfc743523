package org.bulbil.evolve.contest;

import java.util.List;
import org.bulbil.evolve.replay.Ledger;
import org.bulbil.evolve.replay.Life;
import org.bulbil.evolve.replay.Life.End;

/**
 * What came of many lives.
 *
 * @param lives how many
 * @param eta the share of spent satoshis that became rent
 * @param meanOfLives the mean of the lives' own shares, in which a short life counts as a long one
 * @param total satoshis of all lives together
 * @param payments of all lives
 * @param daysAlive of all lives
 * @param alive lives that still had a server on the last day
 * @param missedAffordableRenewals of all lives; see {@link Life}
 */
public record Findings(
    int lives,
    Share eta,
    double meanOfLives,
    Ledger total,
    long payments,
    long daysAlive,
    int alive,
    int missedAffordableRenewals) {

  static Findings of(List<Life> lives) {
    return new Findings(
        lives.size(),
        Share.thatBecameRent(lives),
        lives.stream().mapToDouble(life -> life.ledger().eta()).sum() / lives.size(),
        lives.stream().map(Life::ledger).reduce(Ledger.EMPTY, Ledger::plus),
        lives.stream().mapToLong(Life::payments).sum(),
        lives.stream().mapToLong(Life::daysAlive).sum(),
        (int) lives.stream().filter(life -> life.end() == End.ALIVE).count(),
        lives.stream().mapToInt(Life::missedAffordableRenewals).sum());
  }
}
