package org.bulbil.core.lease;

/**
 * A provider's name for one lease. Whoever has it, and the token, rules the server, so it prints
 * without its middle.
 *
 * @param value as the provider gave it, not blank
 */
public record LeaseId(String value) {

  public LeaseId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a lease's id is blank");
    }
  }

  @Override
  public String toString() {
    return value.length() <= 12
        ? "lease …"
        : value.substring(0, 7) + "…" + value.substring(value.length() - 2);
  }
}
