package org.bulbil.agent;

import org.bulbil.core.policy.Decision;
import org.bulbil.core.policy.Decision.Rest;

/**
 * What a heartbeat decided, and the runway that it saw when it did.
 *
 * @param runwayDays days until everything paid or payable is used up
 */
record Verdict(Decision decision, double runwayDays) {

  /** Before the first decision of a start. */
  static final Verdict NONE = new Verdict(new Rest("nothing has been decided yet"), 0);
}
