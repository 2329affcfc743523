package org.bulbil.agent.order;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bulbil.core.outcome.Outcome;

/**
 * An order with the signature of whoever gave it.
 *
 * @param signature base64 of the 64 bytes of an Ed25519 signature of the order's text
 */
public record SignedOrder(Order order, String signature) {

  /** Bytes of {@link #text}: twice what the longest of them has. */
  public static final int LENGTH_MAX = 1024;

  private static final String LAST = "signature: ";

  public SignedOrder {
    if (!signature.matches("[A-Za-z0-9+/]{85}[AQgw]==")) {
      throw new IllegalArgumentException("a signature is 88 letters of base64 that end in ==");
    }
  }

  /** Seven lines: the order, and below it the signature. */
  public String text() {
    return order.text() + LAST + signature + "\n";
  }

  /** Reads {@link #text}, letter by letter; refused, saying why, where it is none. */
  public static Outcome<SignedOrder> read(String text) {
    int end = text.lastIndexOf(LAST);
    if (text.length() > LENGTH_MAX || end < 0 || !text.endsWith("\n")) {
      return Outcome.refused("no order: its last line must be \"%s…\"".formatted(LAST), 0);
    }
    var signature = text.substring(end + LAST.length(), text.length() - 1);
    return Order.read(text.substring(0, end)).flatMap(order -> signed(order, signature));
  }

  private static Outcome<SignedOrder> signed(Order order, String signature) {
    try {
      return Outcome.done(new SignedOrder(order, signature));
    } catch (IllegalArgumentException e) {
      return Outcome.refused("no order: " + e.getMessage(), 0);
    }
  }

  /** Whether the owner of {@code key} has given it. */
  public boolean isBy(StopKey key) {
    return key.hasSigned(
        order.text().getBytes(StandardCharsets.US_ASCII), Base64.getDecoder().decode(signature));
  }
}
