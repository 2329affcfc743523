package org.bulbil.sandbox.provider.api.reply;

import java.util.Locale;
import org.bulbil.core.money.Cents;

/** Amounts as the API writes them for people. */
final class Usd {

  private Usd() {}

  /** As in {@code $1,000.00}. */
  static String of(Cents cents) {
    return String.format(Locale.US, "$%,d.%02d", cents.value() / 100, cents.value() % 100);
  }
}
