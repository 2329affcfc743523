package org.bulbil.agent.tenancy;

import java.util.Optional;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.money.Cents;

/**
 * The own server as last read.
 *
 * @param lease from the provider now, or from the journal while it is silent
 * @param plan with its rent
 * @param credit on the own token; empty while the provider is silent
 */
public record Home(Lease lease, Plan plan, Optional<Cents> credit) {

  /** Where the server is reached, once the provider has said so. */
  public Optional<String> address() {
    return lease.address();
  }
}
