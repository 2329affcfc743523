package org.bulbil.tor.process;

/**
 * Traffic after which tor hibernates until the next month begins (AccountingMax).
 *
 * <p>A relay with a cap does not offer directory service ("Reason: AccountingMax enabled" in its
 * log), so it gets neither V2Dir nor Guard. A rate that fits the month costs less standing.
 *
 * @param bytesPerMonth of a calendar month, positive
 */
public record TrafficCap(long bytesPerMonth, Counting counting) {

  /** Which bytes a provider counts. */
  public enum Counting {
    BOTH_WAYS("sum"),
    THE_GREATER_WAY("max"),
    OUTGOING("out");

    private final String rule;

    Counting(String rule) {
      this.rule = rule;
    }

    /** As AccountingRule names it. */
    String rule() {
      return rule;
    }
  }

  public TrafficCap {
    if (bytesPerMonth <= 0) {
      throw new IllegalArgumentException("a traffic cap must be positive, not " + bytesPerMonth);
    }
  }
}
