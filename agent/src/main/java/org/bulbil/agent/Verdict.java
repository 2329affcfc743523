package org.bulbil.agent;

import org.bulbil.core.policy.Decision;
import org.bulbil.core.policy.Decision.Rest;
import org.bulbil.core.policy.Remainder;

/**
 * What a heartbeat decided, and the runway that it saw when it did.
 *
 * @param runwayDays days until everything paid or payable is used up
 * @param remainder what would become of the purse if the server ended now
 * @param prospect what was expected of the days to come
 */
record Verdict(Decision decision, double runwayDays, Remainder remainder, Prospect prospect) {

  /** Before the first decision of a start. */
  static final Verdict NONE =
      new Verdict(
          new Rest("nothing has been decided yet"), 0, new Remainder.Unknown(), Prospect.UNKNOWN);
}
