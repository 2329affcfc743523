package org.bulbil.agent.server;

import java.time.Instant;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.ServerOrder;

/** A row that wants a server and does not have it yet. */
public interface Buyer {

  /** Unique for ever: by it a server is found again. */
  Hostname hostname();

  /** Whose credit pays. */
  CreditToken token();

  /** Orders that were refused so far. */
  int refusals();

  /** When the newest of them was refused; without one, any time. */
  Instant changed();

  /** What is to be bought now; refused where there is nothing to buy, unknown where to wait. */
  Outcome<ServerOrder> order();

  /**
   * Writes down the server; durable when it returns.
   *
   * @param live servers of this name: one, but for a provider that has built several
   */
  void launched(LeaseId lease, int live);

  /** Writes down that an order was refused, and counts it. */
  void refused(String why);
}
