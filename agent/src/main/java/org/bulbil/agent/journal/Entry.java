package org.bulbil.agent.journal;

import java.time.Instant;

/**
 * Something that happened, in words.
 *
 * @param kind one of a few words that pages group by, such as {@code decision} or {@code birth}
 */
public record Entry(Instant at, Kind kind, String words) {

  /** What an entry is about. The names are stored; never rename one. */
  public enum Kind {
    START,
    DECISION,
    LEASE,
    CREDIT,
    GIFT,
    BIRTH,
    WILL,
    TOR,
    SITE,
    FAMILY,
    NOTICE,
    ORDER,
    TROUBLE
  }
}
