package org.bulbil.hosting.lnvps;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Sats;
import org.bulbil.hosting.InvoiceId;

/**
 * What a bill is known by: LNVPS's id of the payment, and what was asked for. LNVPS takes any
 * amount at a payment's address and makes days of what arrives, so how much is to be paid is ours
 * to know; it stands in the name, since nothing else remembers it.
 *
 * @param payment hexadecimal
 * @param credits what is to be bought
 * @param sats what that cost when it was asked for
 */
record BillId(String payment, Cents credits, Sats sats) {

  private static final Pattern FORM =
      Pattern.compile("([0-9A-Za-z]{1,80})-([0-9]{1,12})-([0-9]{1,15})");

  /** Empty where {@code id} is not of this form. */
  static Optional<BillId> read(InvoiceId id) {
    var found = FORM.matcher(id.value());
    return found.matches()
        ? Optional.of(
            new BillId(
                found.group(1),
                Cents.of(Long.parseLong(found.group(2))),
                Sats.of(Long.parseLong(found.group(3)))))
        : Optional.empty();
  }

  InvoiceId id() {
    return new InvoiceId(payment + "-" + credits.value() + "-" + sats.value());
  }
}
