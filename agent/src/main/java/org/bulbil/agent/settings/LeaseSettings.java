package org.bulbil.agent.settings;

import java.net.URI;
import org.bulbil.core.money.Cents;
import org.bulbil.core.time.Day;

/**
 * Who rents out the server.
 *
 * @param url of the provider's API
 * @param backend of the provider, such as {@code vultr}
 * @param token the credit token; a secret, so this record does not print it
 * @param day how long a day of rent lasts there
 * @param smallestInvoice the least credit that it sells at once
 * @param particulars what is not as usual at the backend
 */
public record LeaseSettings(
    URI url,
    String backend,
    String token,
    Day day,
    Cents smallestInvoice,
    Particulars particulars) {

  /** A provider with whom everything is as usual. */
  public LeaseSettings(URI url, String backend, String token, Day day, Cents smallestInvoice) {
    this(url, backend, token, day, smallestInvoice, Particulars.NONE);
  }

  LeaseSettings withToken(String other) {
    return new LeaseSettings(url, backend, other, day, smallestInvoice, particulars);
  }

  @Override
  public String toString() {
    return "lease at " + backend + " of " + url.getHost();
  }
}
