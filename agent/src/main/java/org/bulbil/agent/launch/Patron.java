package org.bulbil.agent.launch;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import org.bulbil.core.charity.Beneficiary;

/**
 * A beneficiary as a launch folder keeps it.
 *
 * @param source the page on which a person read the address
 * @param checked the day on which he did, such as {@code 2026-11-22}
 * @param expires the last day on which it may be paid
 */
@Json
public record Patron(String name, String address, String source, String checked, String expires) {

  static Patron of(Beneficiary beneficiary) {
    return new Patron(
        beneficiary.name(),
        beneficiary.address(),
        beneficiary.source(),
        beneficiary.checked().toString(),
        beneficiary.expires().toString());
  }

  Beneficiary beneficiary() {
    return new Beneficiary(
        name, address, source, LocalDate.parse(checked), LocalDate.parse(expires));
  }

  @Override
  public String toString() {
    return "%s (%s), read at %s on %s, until %s".formatted(name, address, source, checked, expires);
  }
}
