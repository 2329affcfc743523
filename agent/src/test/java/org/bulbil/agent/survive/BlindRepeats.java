package org.bulbil.agent.survive;

import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.Accepted;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Provider;

/** Without the protection by reading back: a top-up whose answer was lost is made again at once. */
final class BlindRepeats extends ForwardingProvider {

  BlindRepeats(Provider provider) {
    super(provider);
  }

  @Override
  public Outcome<Accepted> topUp(CreditToken token, LeaseId id, int days) {
    var answer = super.topUp(token, id, days);
    return answer instanceof Outcome.Unknown<Accepted> ? super.topUp(token, id, days) : answer;
  }
}
