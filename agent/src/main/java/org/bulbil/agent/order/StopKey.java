package org.bulbil.agent.order;

import java.util.Base64;
import org.bulbil.tor.seal.Ed25519;

/**
 * The public half of a launcher's key, by which a relay knows his orders.
 *
 * @param base64 of the 32 bytes of an Ed25519 public key, 44 letters
 */
public record StopKey(String base64) {

  public StopKey {
    if (!base64.matches("[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=")) {
      throw new IllegalArgumentException(
          "a key for orders is 44 letters of base64 that end in =, not '%s'".formatted(base64));
    }
  }

  boolean hasSigned(byte[] message, byte[] signature) {
    return Ed25519.isSigned(message, signature, Base64.getDecoder().decode(base64));
  }

  @Override
  public String toString() {
    return base64;
  }
}
