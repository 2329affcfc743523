package org.bulbil.atlas.page;

import java.util.Optional;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.time.Day;

/**
 * What a site is, besides what it shows.
 *
 * @param chain whose coins its addresses take
 * @param kind whether the network is a real one
 * @param address where it can be reached, {@code https://atlas.example}, without a slash at the
 *     end, for feeds; empty where it is not known
 * @param day of rent, as the network's providers count it
 */
public record Site(Chain chain, Kind kind, Optional<String> address, Day day) {

  /** Where a day is a day. */
  public Site(Chain chain, Kind kind, Optional<String> address) {
    this(chain, kind, address, Day.REAL);
  }

  /** Whether the network is a real one. */
  public enum Kind {
    REAL,
    /** Invented; every page says so. */
    DEMO,
    /** A sandbox on one machine; every page says so. */
    SANDBOX
  }

  /** Said above every page; empty for a real network. */
  public String notice() {
    return switch (kind) {
      case REAL -> "";
      case DEMO ->
          "Demo: an invented network. None of these relays exists, and none of the addresses can be"
              + " paid.";
      case SANDBOX ->
          "Sandbox: a private network on one machine, with coins that are worth nothing.";
    };
  }
}
