package org.bulbil.tor.seal;

import java.security.InvalidKeyException;
import java.util.Base64;

/**
 * The public half of an X25519 key, by which everybody can {@link Sealed seal} something for its
 * owner.
 *
 * @param base64 of its 32 bytes, 44 letters
 */
public record ReaderKey(String base64) {

  public ReaderKey {
    if (!base64.matches("[A-Za-z0-9+/]{43}=")) {
      throw new IllegalArgumentException(
          "a public key is 44 letters of base64 that end in =, not '%s'".formatted(base64));
    }
    if (isSharedByAll(Base64.getDecoder().decode(base64))) {
      throw new IllegalArgumentException(base64 + " is no key: everybody could open it");
    }
  }

  /** A point of small order agrees with every secret on the same. */
  private static boolean isSharedByAll(byte[] key) {
    try {
      return X25519.agree(new byte[X25519.BYTES], key).length == 0;
    } catch (InvalidKeyException e) {
      return true;
    }
  }

  /** That of a secret of 32 bytes. */
  public static ReaderKey of(byte[] secret) {
    return new ReaderKey(Base64.getEncoder().encodeToString(X25519.publicKey(secret)));
  }

  public byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }

  @Override
  public String toString() {
    return base64;
  }
}
