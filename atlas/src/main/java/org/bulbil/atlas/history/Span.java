package org.bulbil.atlas.history;

import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far back a graph goes. */
public enum Span {
  ONE_MONTH("1_month", Period.ofMonths(1)),
  SIX_MONTHS("6_months", Period.ofMonths(6)),
  ONE_YEAR("1_year", Period.ofYears(1)),
  FIVE_YEARS("5_years", Period.ofYears(5));

  private final String key;
  private final Period period;

  Span(String key, Period period) {
    this.key = key;
    this.period = period;
  }

  /** Its name in the protocol, such as {@code 6_months}. */
  public String key() {
    return key;
  }

  /** Of the protocol's name. */
  static Optional<Span> of(String key) {
    return Arrays.stream(values()).filter(span -> span.key.equals(key)).findFirst();
  }

  public Period period() {
    return period;
  }

  @Override
  public String toString() {
    return key.toLowerCase(Locale.ROOT);
  }
}
