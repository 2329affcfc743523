package org.bulbil.atlas.page;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.bulbil.core.money.Sats;
import org.jspecify.annotations.Nullable;

/** Quantities as people read them. */
final class Words {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter ONIONOO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private Words() {}

  /** {@code 14 Dec 2026}. */
  static String day(Instant when) {
    return DAY.format(when);
  }

  /** {@code 2026-12-14 08:30 UTC}. */
  static String minute(Instant when) {
    return MINUTE.format(when);
  }

  /** A time as Onionoo writes it; empty where it is none. */
  static Optional<Instant> moment(@Nullable String text) {
    try {
      return text == null
          ? Optional.empty()
          : Optional.of(LocalDateTime.parse(text, ONIONOO).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** In its largest whole unit: {@code 3 hours}, {@code 2 years}. */
  static String span(Duration length) {
    long minutes = Math.max(0, length.toMinutes());
    if (minutes < 120) {
      return count(minutes, "minute");
    }
    if (minutes < 2 * 24 * 60) {
      return count(minutes / 60, "hour");
    }
    long days = minutes / (24 * 60);
    if (days < 60) {
      return count(days, "day");
    }
    return days < 2 * 365 ? count(days / 30, "month") : count(days / 365, "year");
  }

  /** A number and its unit, which stay in one line. */
  static String unbroken(String words) {
    return words.replace(' ', '\u00a0');
  }

  static String count(long count, String thing) {
    return format("%,d %s%s", count, thing, count == 1 ? "" : "s");
  }

  /** Of a second, in decimal units: {@code 12.3 MB/s}. */
  static String speed(double bytes) {
    return bytes(bytes) + "/s";
  }

  static String bytes(double bytes) {
    if (bytes >= 1e12) {
      return format("%.2f TB", bytes / 1e12);
    }
    if (bytes >= 1e9) {
      return format("%.2f GB", bytes / 1e9);
    }
    return bytes >= 1e6 ? format("%.1f MB", bytes / 1e6) : format("%.0f kB", bytes / 1e3);
  }

  static String percent(double share) {
    double percent = 100 * share;
    if (percent == 0 || percent >= 99.95) {
      return format("%.0f %%", percent);
    }
    if (percent >= 1) {
      return format("%.1f %%", percent);
    }
    return percent >= 0.01 ? format("%.2f %%", percent) : format("%.4f %%", percent);
  }

  /** {@code 0.00123456 BTC}. */
  static String bitcoins(Sats amount) {
    return BigDecimal.valueOf(amount.value(), 8).toPlainString() + " BTC";
  }

  /** {@code 123,456 sat}. */
  static String sats(Sats amount) {
    return format("%,d sat", amount.value());
  }

  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
