package org.bulbil.agent;

import org.bulbil.bitcoin.chain.FeeLevels;
import org.bulbil.bitcoin.wallet.Wallet;

/**
 * What servers expect a payment must pay, asked once a heartbeat. Where none answers the former
 * word is taken, however old: at the end of a lease that is better than none.
 */
final class FeeWatch {

  private final Wallet wallet;
  private FeeLevels newest = FeeLevels.GUESS;

  FeeWatch(Wallet wallet) {
    this.wallet = wallet;
  }

  /** Asks the servers. */
  FeeLevels look() {
    newest = wallet.feeLevels().answer().orElse(newest);
    return newest;
  }

  /** What was seen at the newest look; a guess before the first. */
  FeeLevels newest() {
    return newest;
  }
}
