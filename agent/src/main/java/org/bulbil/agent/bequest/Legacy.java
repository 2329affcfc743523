package org.bulbil.agent.bequest;

import fr.acinq.bitcoin.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.core.money.Sats;

/**
 * A bequest that was checked.
 *
 * @param validFrom when the first block may take one of them
 * @param sweeps that share a coin, in the order in which they are to be tried
 * @param amount what the beneficiary gets by the first
 */
record Legacy(Instant validFrom, List<Transaction> sweeps, Sats amount) {
  Legacy {
    sweeps = List.copyOf(sweeps);
  }

  /** A coin that all of {@code sweeps} take, so that no two of them can confirm. */
  static Optional<OutPoint> shared(List<Transaction> sweeps) {
    return coins(sweeps.getFirst())
        .filter(coin -> sweeps.stream().allMatch(sweep -> coins(sweep).anyMatch(coin::equals)))
        .findFirst();
  }

  private static Stream<OutPoint> coins(Transaction sweep) {
    return sweep.txIn.stream().map(input -> OutPoint.of(input.outPoint));
  }
}
