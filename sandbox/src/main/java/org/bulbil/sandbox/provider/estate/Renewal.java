package org.bulbil.sandbox.provider.estate;

import java.time.Instant;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.book.Event.ToppedUp.Cause;
import org.bulbil.sandbox.provider.book.ProviderBook;

/** Extends leases out of tokens, and says when autorenewal wants to. */
final class Renewal {

  /** What autorenewal keeps a lease at. */
  static final int KEPT_DAYS = 7;

  /** A lease may not reach further into the future. */
  private static final int HORIZON_DAYS = 365;

  private final Terms terms;
  private final Purses purses;
  private final Rack rack;
  private final ProviderBook book;

  Renewal(Terms terms, Purses purses, Rack rack, ProviderBook book) {
    this.terms = terms;
    this.purses = purses;
    this.rack = rack;
    this.book = book;
  }

  /**
   * Buys {@code days} more; 422 beyond a year ahead, 402 where the token has too little. Nothing is
   * paid where it is refused.
   */
  Outcome<Server> extend(Server server, int days, Cause cause, Instant now) {
    var expiry = server.expiry().plus(terms.day().times(days));
    if (expiry.isAfter(now.plus(terms.day().times(HORIZON_DAYS)))) {
      return Outcome.refused("Servers can't expire more than one year in the future.", 422);
    }
    var price = server.rent().times(days);
    return purses.pay(server.token(), price).map(_ -> extended(server, days, expiry, cause));
  }

  private Server extended(Server server, int days, Instant expiry, Cause cause) {
    var extended = server.until(expiry);
    rack.put(extended);
    var price = server.rent().times(days);
    book.write(new Event.ToppedUp(server.token(), server.id(), days, price, expiry, cause));
    return extended;
  }

  /**
   * When autorenewal buys the next day: as soon as one of the seven is used up, so that between six
   * and seven are left.
   */
  Instant next(Server server) {
    return server.expiry().minus(terms.day().times(KEPT_DAYS - 1));
  }

  /** Whether autorenewal would have to buy a day now that the token cannot pay. */
  boolean isStuck(Server server, Instant now) {
    return server.autorenews()
        && !next(server).isAfter(now)
        && !purses.balance(server.token()).covers(server.rent());
  }
}
