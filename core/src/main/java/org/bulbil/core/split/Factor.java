package org.bulbil.core.split;

import java.util.Locale;

/** What a relay's weight is the product of, each in a sentence. */
public enum Factor {
  MEASURED(
      "how likely clients choose it, by the bandwidth that others measured; an exit position counts"
          + " more"),
  PLAN("no more than the traffic that its plan includes"),
  VESTED("nothing in its first 8 days, all of it after 68"),
  UPTIME("the share of the last 30 days in which it was listed, squared; 1 where nobody counted"),
  DIVERSITY(
      "up to half as much again in a network that few relays are in, a quarter less in crowds"),
  GROUP("below 1 where its operator, address or network would get too much, above where that goes");

  private final String sentence;

  Factor(String sentence) {
    this.sentence = sentence;
  }

  /** For people, without a full stop. */
  public String sentence() {
    return sentence;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
