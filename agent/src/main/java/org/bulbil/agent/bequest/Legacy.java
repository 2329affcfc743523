package org.bulbil.agent.bequest;

import fr.acinq.bitcoin.Transaction;
import java.time.Instant;
import java.util.List;
import org.bulbil.core.money.Sats;

/**
 * A bequest that was checked.
 *
 * @param validFrom when the first block may take one of them
 * @param sweeps of the same coins, lowest fee first
 * @param amount what the beneficiary gets by the first
 */
record Legacy(Instant validFrom, List<Transaction> sweeps, Sats amount) {
  Legacy {
    sweeps = List.copyOf(sweeps);
  }
}
