package org.bulbil.hosting.sporestack;

import java.net.URI;
import org.bulbil.core.money.Cents;
import org.bulbil.hosting.Terms;

/**
 * Where SporeStack is and what of it is used.
 *
 * @param base of the API, without a path, such as {@code https://api.sporestack.com}
 * @param backend whose servers are rented: {@code vultr}, {@code digitalocean}
 * @param userData how that backend wants it
 * @param operatingSystem slug, such as {@code debian-12}
 * @param terms what is known of its rules; its own refusals have the last word
 */
public record SporeStackSettings(
    URI base, String backend, UserDataForm userData, String operatingSystem, Terms terms) {

  /** How a backend takes the script that a new server runs first. */
  public enum UserDataForm {
    PLAIN,
    BASE64
  }

  /** The clearnet address. */
  public static final URI CLEARNET = URI.create("https://api.sporestack.com");

  /** The same as an onion service, for an exchange through tor. */
  public static final URI ONION =
      URI.create("http://api.spore64i5sofqlfz5gq2ju4msgzojjwifls7rok2cti624zyq3fcelad.onion");

  /**
   * $5 is what two independent clients found to be the least; 90 days a step, a year ahead and
   * 65,536 characters are the API's.
   */
  private static final Terms USUAL_TERMS = new Terms(Cents.dollars(5), 90, 365, 65_536);

  public SporeStackSettings {
    if (base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "SporeStack's base must be like https://api.sporestack.com, not " + base);
    }
  }

  /** What is usual at {@code backend}. */
  public static SporeStackSettings of(URI base, String backend) {
    var form = backend.equals("digitalocean") ? UserDataForm.PLAIN : UserDataForm.BASE64;
    return new SporeStackSettings(base, backend, form, "debian-12", USUAL_TERMS);
  }

  public static SporeStackSettings vultr(URI base) {
    return of(base, "vultr");
  }

  /** The same but for how the first script is handed over. */
  public SporeStackSettings withUserData(UserDataForm form) {
    return new SporeStackSettings(base, backend, form, operatingSystem, terms);
  }

  /** The same but for what is installed on new servers. */
  public SporeStackSettings withOperatingSystem(String slug) {
    return new SporeStackSettings(base, backend, userData, slug, terms);
  }

  /** The same but for the least credit that it sells at once, whole dollars. */
  public SporeStackSettings withSmallestInvoice(Cents least) {
    return new SporeStackSettings(
        base, backend, userData, operatingSystem, terms.withSmallestInvoice(least));
  }
}
