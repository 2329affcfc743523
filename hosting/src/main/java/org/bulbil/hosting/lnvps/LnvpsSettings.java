package org.bulbil.hosting.lnvps;

import java.net.URI;
import java.util.Optional;
import org.bulbil.core.money.Cents;
import org.bulbil.hosting.Prepayment;
import org.bulbil.hosting.Terms;

/**
 * Where LNVPS is and what of it is used.
 *
 * @param base of the API, without a path; signatures cover it, so it must be the one that the
 *     server takes for its own
 * @param image distribution and version, such as {@code debian-12}
 * @param vatPercent added to its prices: 23 is Ireland's, and the most that anybody pays; who lives
 *     outside of the European Union pays none
 * @param ssh with what new machines are entered; empty where none is to be ordered
 * @param terms what is known of its rules; its own refusals have the last word
 */
public record LnvpsSettings(
    URI base, String image, int vatPercent, Optional<SshAccess> ssh, Terms terms) {

  /** The clearnet address. */
  public static final URI CLEARNET = URI.create("https://api.lnvps.net");

  /** The same as an onion service. */
  public static final URI ONION =
      URI.create("http://rtcrcbworzub5uqtytjhap7q2l4jdoj7zu6nnq5rwu4pq6a467jx2tad.onion");

  private static final int IRISH_VAT = 23;

  /**
   * Any amount is taken; $3 are a month of the smallest machine. A year ahead is the API's usual
   * limit. It runs no first script.
   */
  private static final Terms USUAL_TERMS =
      new Terms(Cents.dollars(3), 365, 365, 0, Prepayment.ON_MACHINE);

  public LnvpsSettings {
    if (base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "LNVPS's base must be like https://api.lnvps.net, not " + base);
    }
    if (vatPercent < 0 || vatPercent > 100) {
      throw new IllegalArgumentException("VAT must be 0 to 100 percent, not " + vatPercent);
    }
  }

  /** What is usual. */
  public static LnvpsSettings of(URI base) {
    return new LnvpsSettings(base, "debian-12", IRISH_VAT, Optional.empty(), USUAL_TERMS);
  }

  public LnvpsSettings withImage(String other) {
    return new LnvpsSettings(base, other, vatPercent, ssh, terms);
  }

  public LnvpsSettings withVatPercent(int other) {
    return new LnvpsSettings(base, image, other, ssh, terms);
  }

  public LnvpsSettings withSsh(SshAccess access) {
    return new LnvpsSettings(base, image, vatPercent, Optional.of(access), terms);
  }

  /** The same but for the smallest bill, whole dollars. */
  public LnvpsSettings withSmallestInvoice(Cents least) {
    return new LnvpsSettings(base, image, vatPercent, ssh, terms.withSmallestInvoice(least));
  }
}
