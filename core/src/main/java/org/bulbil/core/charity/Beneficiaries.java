package org.bulbil.core.charity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Who may get what a relay leaves, in order of preference. It is frozen: children inherit it as it
 * is, and no mutation touches it.
 *
 * @param list 1 to {@value #MOST}, no address twice
 */
public record Beneficiaries(List<Beneficiary> list) {

  /** More would be no choice, and the list travels in every child's user data. */
  public static final int MOST = 8;

  public Beneficiaries {
    list = List.copyOf(list);
    if (list.isEmpty() || list.size() > MOST) {
      throw new IllegalArgumentException(
          "1 to %d beneficiaries are needed, not %d".formatted(MOST, list.size()));
    }
    var addresses = new HashSet<String>();
    list.stream()
        .filter(entry -> !addresses.add(entry.address()))
        .findFirst()
        .ifPresent(
            twice -> {
              throw new IllegalArgumentException(twice + " is named twice");
            });
  }

  public static Beneficiaries of(Beneficiary... entries) {
    return new Beneficiaries(List.of(entries));
  }

  /** The first that may be paid at {@code now}; empty where all have expired or are denied. */
  public Optional<Beneficiary> firstValid(Instant now) {
    var today = day(now);
    return list.stream().filter(entry -> entry.on(today) instanceof Standing.Valid).findFirst();
  }

  /** The last day on which there is anybody to be paid; before {@code now} where there is none. */
  public LocalDate lastDay() {
    return list.stream()
        .filter(entry -> Denial.of(entry.address()).isEmpty())
        .map(Beneficiary::expires)
        .max(LocalDate::compareTo)
        .orElse(LocalDate.MIN);
  }

  /** The day of {@code now} in UTC, by which entries expire. */
  public static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
