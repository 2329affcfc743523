package org.bulbil.atlas.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * What is kept how long. Histories of relays and bridges on the map stay; those of others, which
 * have left it or have never been on it, for a while, since many come back.
 */
final class Retention {

  /** Longer than most holidays, repairs and moves of a relay. */
  static final Duration STRANGERS = Duration.ofDays(90);

  /** Documents of histories of nodes that are not on the map, in all. */
  static final int STRANGERS_MAX = 40_000;

  /** Gifts; the newest are kept. One every five minutes for two years. */
  static final int GIFTS_MAX = 200_000;

  private static final String STRANGE =
      """
      node not in (select fingerprint from relay)
        and node not in (select fingerprint from bridge)
      """;

  private Retention() {}

  static void enforce(Rows rows, Instant now) throws SQLException {
    rows.change(
        "delete from history where written < ? and " + STRANGE,
        now.minus(STRANGERS).getEpochSecond());
    rows.change(
        "delete from history where (chronicle, node) in (select chronicle, node from history where "
            + STRANGE
            + " order by written desc, node limit 1000000000 offset ?)",
        STRANGERS_MAX);
    rows.change(
        "delete from gift where (address, txid) in (select address, txid from gift"
            + " order by seen desc limit 1000000000 offset ?)",
        GIFTS_MAX);
  }
}
