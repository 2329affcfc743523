package org.bulbil.core.charity;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A charity that may get what a relay leaves. Days are those of UTC.
 *
 * @param name for people, 1 to 60 characters
 * @param address where it takes bitcoin; whether the network knows it is for others to check
 * @param source the page that says so, an http or https address of at most 200 characters
 * @param checked the day on which a person read the address there
 * @param expires the last day on which it may be paid without another look
 */
public record Beneficiary(
    String name, String address, String source, LocalDate checked, LocalDate expires) {

  /** Room for a page, a table and a child's user data. */
  private static final int NAME_MAX = 60;

  private static final int SOURCE_MAX = 200;
  private static final Pattern WEB = Pattern.compile("https?://[!-~]+");

  /** An unattended program must not trust an address for longer than its launcher looked ahead. */
  private static final int YEARS_MAX = 10;

  public Beneficiary {
    if (name.isBlank() || name.length() > NAME_MAX) {
      throw new IllegalArgumentException(
          "a name has 1 to %d characters, not %d".formatted(NAME_MAX, name.length()));
    }
    if (!WEB.matcher(source).matches() || source.length() > SOURCE_MAX) {
      throw new IllegalArgumentException(
          "a source is an http or https address of at most %d characters, not '%s'"
              .formatted(SOURCE_MAX, source));
    }
    if (expires.isBefore(checked) || expires.isAfter(checked.plusYears(YEARS_MAX))) {
      throw new IllegalArgumentException(
          "it expires on %s, which is not within %d years from %s, when it was checked"
              .formatted(expires, YEARS_MAX, checked));
    }
  }

  /** Whether it may be paid on {@code day}. */
  public Standing on(LocalDate day) {
    return Denial.of(address)
        .<Standing>map(Standing.Denied::new)
        .orElseGet(
            () -> day.isAfter(expires) ? new Standing.Expired(expires) : new Standing.Valid());
  }

  /** {@code Tor Project (bc1…)}. */
  @Override
  public String toString() {
    return name + " (" + address + ")";
  }
}
