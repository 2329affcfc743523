package org.bulbil.agent.settings;

import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.core.charity.Denial;
import org.bulbil.core.outcome.Outcome;

/** An address that somebody names for everything that is left. */
public final class PayableAddress {

  private PayableAddress() {}

  /**
   * Reads {@code text}; refused, naming it and the rule, where it is on the deny-list or no address
   * of {@code network}.
   */
  public static Outcome<Address> read(String text, Network network) {
    return Denial.of(text)
        .map(denial -> Outcome.<Address>refused(denial.words(), 0))
        .orElseGet(() -> Address.read(text, network));
  }
}
