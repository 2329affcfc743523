package org.bulbil.atlas.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.net.URLEncoder;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.money.Sats;

/**
 * Links that open a wallet (BIP21, taken over by BIP321).
 *
 * @param relay its name, for the donor's own list of payments
 */
record Payment(BitcoinAddress address, String relay) {

  /** The donor chooses the amount. */
  String link() {
    return "bitcoin:" + address + "?label=" + label();
  }

  /** Bitcoins with a dot and without an exponent, as the BIP wants them. */
  String link(Sats amount) {
    var bitcoins = BigDecimal.valueOf(amount.value(), 8).stripTrailingZeros().toPlainString();
    return "bitcoin:" + address + "?amount=" + bitcoins + "&label=" + label();
  }

  /** What is in the picture: the address alone, which every wallet reads. */
  String code() {
    return "bitcoin:" + address;
  }

  private String label() {
    return URLEncoder.encode("Tor relay " + Shown.name(relay), UTF_8).replace("+", "%20");
  }
}
