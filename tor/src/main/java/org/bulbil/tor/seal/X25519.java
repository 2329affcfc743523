package org.bulbil.tor.seal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.KeyAgreement;

/** X25519 (RFC 7748) on raw keys of 32 bytes, as tor keeps and publishes them. */
public final class X25519 {

  /** Bytes of a secret, a public key, and what two parties agree on. */
  public static final int BYTES = 32;

  private static final byte[] BASE = base();

  private X25519() {}

  private static byte[] base() {
    var nine = new byte[BYTES];
    nine[0] = 9;
    return nine;
  }

  /** The public key of a secret (RFC 7748 §6.1). */
  public static byte[] publicKey(byte[] secret) {
    try {
      return agree(secret, BASE);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the base point is a key", e);
    }
  }

  /**
   * What the owners of the two keys share.
   *
   * @throws InvalidKeyException where the other key is a point of small order, which would give
   *     everybody the same
   */
  static byte[] agree(byte[] secret, byte[] theirs) throws InvalidKeyException {
    try {
      var agreement = KeyAgreement.getInstance("X25519");
      agreement.init(secretKey(secret));
      agreement.doPhase(key(theirs), true);
      return agreement.generateSecret();
    } catch (InvalidKeyException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has X25519", e);
    }
  }

  private static PrivateKey secretKey(byte[] secret) throws GeneralSecurityException {
    return KeyFactory.getInstance("X25519")
        .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, secret));
  }

  /** The u coordinate in little endian; its highest bit means nothing (RFC 7748 §5). */
  private static PublicKey key(byte[] littleEndian) throws GeneralSecurityException {
    var bytes = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      bytes[i] = littleEndian[BYTES - 1 - i];
    }
    bytes[0] &= 0x7f;
    return KeyFactory.getInstance("X25519")
        .generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, bytes)));
  }
}
