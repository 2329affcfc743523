package org.bulbil.hosting;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.bulbil.core.money.Sats;

/**
 * Where to pay and exactly how much, as a BIP21 URI says it. Whether the address is one (checksum,
 * network) is for the wallet to say.
 *
 * @param address letters and digits, 14 to 90 of them
 * @param amount at least one satoshi
 */
public record PaymentRequest(String address, Sats amount) {

  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9]{14,90}");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,8}(\\.[0-9]{1,8})?");
  private static final String SCHEME = "bitcoin:";

  public PaymentRequest {
    if (!ADDRESS.matcher(address).matches()) {
      throw new IllegalArgumentException("not the form of a bitcoin address: " + address);
    }
    if (amount.isZero()) {
      throw new IllegalArgumentException("a request to pay nothing to " + address);
    }
  }

  /**
   * Reads {@code bitcoin:ADDRESS?amount=0.00123456&…} (BIP21).
   *
   * @throws IllegalArgumentException where the scheme, the address or the one amount is missing or
   *     malformed, or a parameter is required ({@code req-…}), since none is understood here
   */
  public static PaymentRequest parse(String uri) {
    if (!uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new IllegalArgumentException("a payment URI must begin with bitcoin:, not " + uri);
    }
    var parts = uri.substring(SCHEME.length()).split("\\?", 2);
    return new PaymentRequest(parts[0], amount(parts.length == 2 ? parts[1] : ""));
  }

  private static Sats amount(String query) {
    var amounts =
        java.util.Arrays.stream(query.split("&"))
            .peek(PaymentRequest::refuseRequired)
            .filter(parameter -> parameter.startsWith("amount="))
            .map(parameter -> parameter.substring("amount=".length()))
            .toList();
    if (amounts.size() != 1 || !AMOUNT.matcher(amounts.getFirst()).matches()) {
      throw new IllegalArgumentException(
          "a payment URI must name one amount in bitcoin with at most 8 decimals: " + query);
    }
    return new Sats(new BigDecimal(amounts.getFirst()).movePointRight(8).longValueExact());
  }

  private static void refuseRequired(String parameter) {
    if (parameter.startsWith("req-")) {
      throw new IllegalArgumentException(
          "a payment URI requires what we do not understand: " + parameter);
    }
  }

  /** The BIP21 URI, for a QR code or a log. */
  public String uri() {
    return SCHEME + address + "?amount=" + BigDecimal.valueOf(amount.value(), 8).toPlainString();
  }
}
