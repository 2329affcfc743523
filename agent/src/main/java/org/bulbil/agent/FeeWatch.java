package org.bulbil.agent;

import java.util.Optional;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.wallet.Wallet;

/**
 * What servers expect a payment must pay, asked once a heartbeat. Where none answers the former
 * word is taken: at the end of a lease an old estimate is better than none.
 */
final class FeeWatch {

  private final Wallet wallet;
  private Optional<FeeEstimates> newest = Optional.empty();

  FeeWatch(Wallet wallet) {
    this.wallet = wallet;
  }

  /** Asks the servers; empty before one has ever answered. */
  Optional<FeeEstimates> look() {
    newest = wallet.feeEstimates().answer().or(() -> newest);
    return newest;
  }

  /** What was seen at the newest look. */
  Optional<FeeEstimates> newest() {
    return newest;
  }
}
