package org.bulbil.tor.process;

/**
 * Traffic after which tor hibernates until the next month begins (AccountingMax).
 *
 * <p>A relay that could reach its cap at its rate does not offer directory service, so it gets
 * neither V2Dir nor Guard. One whose rate, both ways and all month long, stays below its cap offers
 * it as ever (seen in descriptors of tor 0.4.9.11).
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
