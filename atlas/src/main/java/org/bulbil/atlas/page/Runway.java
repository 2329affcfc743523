package org.bulbil.atlas.page;

import java.time.Instant;
import java.util.Optional;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.Relay;
import org.bulbil.core.time.Day;

/**
 * How long a relay's money lasts: a date, and the same as a word and a bar, never a colour alone.
 *
 * @param date the last day that is paid or can be; to the minute where days are short
 * @param words {@code 23 days}
 * @param urgency a word that a style sheet knows as well
 * @param days for the bar, 0 to {@value #BAR}
 */
public record Runway(String date, String words, Urgency urgency, int days) {

  /** Days at which the bar is full. */
  public static final int BAR = 90;

  private static final int SOON = 30;
  private static final int NOW = 7;

  /** How much help is needed. */
  public enum Urgency {
    FUNDED("funded"),
    SOON("needs gifts soon"),
    NOW("needs gifts now"),
    ENDED("paid time is over");

    private final String words;

    Urgency(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    /** As a class of the style sheet. */
    public String mark() {
      return switch (this) {
        case FUNDED -> "good";
        case SOON -> "fair";
        case NOW, ENDED -> "bad";
      };
    }
  }

  /** Empty where the relay has no page, or does not say. */
  static Optional<Runway> of(Relay relay, Instant now, Day day) {
    return end(relay).map(end -> of(end, now, day));
  }

  /** When the money ends: with the wallet where that is known, else with the lease. */
  static Optional<Instant> end(Relay relay) {
    return relay.page().flatMap(Runway::end);
  }

  private static Optional<Instant> end(OwnPage page) {
    return page.runsUntil().or(page::paidUntil);
  }

  private static Runway of(Instant end, Instant now, Day day) {
    long days = (long) day.between(now, end);
    return new Runway(
        day.equals(Day.REAL) ? Words.day(end) : Words.minute(end),
        end.isBefore(now) ? "over" : Words.count(days, "day"),
        urgency(end, now, days),
        Math.clamp(days, 0, BAR));
  }

  private static Urgency urgency(Instant end, Instant now, long days) {
    if (end.isBefore(now)) {
      return Urgency.ENDED;
    }
    if (days < NOW) {
      return Urgency.NOW;
    }
    return days < SOON ? Urgency.SOON : Urgency.FUNDED;
  }
}
