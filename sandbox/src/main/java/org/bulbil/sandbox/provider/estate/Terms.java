package org.bulbil.sandbox.provider.estate;

import java.time.Duration;
import org.bulbil.core.money.Cents;
import org.bulbil.core.time.Day;
import org.bulbil.sandbox.provider.catalogue.Catalogue;

/**
 * On what terms the provider rents.
 *
 * @param day how long a day of rent lasts
 * @param catalogue what is on offer
 * @param minimum the least that an invoice may be for
 * @param confirmations that a payment needs to be credited; 0 credits it when it is seen
 * @param invoiceLife time from an invoice to its expiry
 * @param building time from a launch to the server's first boot
 */
public record Terms(
    Day day,
    Catalogue catalogue,
    Cents minimum,
    int confirmations,
    Duration invoiceLife,
    Duration building) {

  public Terms {
    if (confirmations < 0) {
      throw new IllegalArgumentException("not a number of confirmations: " + confirmations);
    }
  }

  /**
   * The usual terms: Vultr's regions of 2017, at least $5, one confirmation, invoices for half a
   * day, servers at once.
   */
  public static Terms of(Day day) {
    return new Terms(
        day, Catalogue.vultr2017(), Cents.dollars(5), 1, day.fraction(1, 2), Duration.ZERO);
  }

  public Terms withCatalogue(Catalogue changed) {
    return new Terms(day, changed, minimum, confirmations, invoiceLife, building);
  }

  public Terms withMinimum(Cents changed) {
    return new Terms(day, catalogue, changed, confirmations, invoiceLife, building);
  }

  public Terms withConfirmations(int changed) {
    return new Terms(day, catalogue, minimum, changed, invoiceLife, building);
  }

  public Terms withInvoiceLife(Duration changed) {
    return new Terms(day, catalogue, minimum, confirmations, changed, building);
  }

  public Terms withBuilding(Duration changed) {
    return new Terms(day, catalogue, minimum, confirmations, invoiceLife, changed);
  }
}
