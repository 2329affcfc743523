package org.bulbil.tor.seal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Ed25519 (RFC 8032) on raw keys of 32 bytes, as tor keeps and publishes them: the JDK's
 * signatures, and what the JDK does not give, the public key of a secret. The latter is not in
 * constant time: meant for the owner's own machine, once at a start.
 */
public final class Ed25519 {

  /** Bytes of a seed and of a public key. */
  public static final int BYTES = 32;

  /** Bytes of a signature. */
  public static final int SIGNATURE_BYTES = 64;

  /** What stands before a raw key in the forms that the JDK reads (RFC 8410 §4 and §7). */
  private static final byte[] PUBLIC_FORM = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final byte[] SECRET_FORM =
      HexFormat.of().parseHex("302e020100300506032b657004220420");

  private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);

  /** The base point (RFC 8032 §5.1). */
  private static final Point BASE =
      new Point(
          new BigInteger(
              "15112221349535400772501151409588531511454012693041857206046113283949847762202"),
          new BigInteger(
              "46316835694926478169428394003475163141307993866256225615783033603165251855960"));

  private static final Point NEUTRAL = new Point(BigInteger.ZERO, BigInteger.ONE);

  private Ed25519() {}

  /** A point of the curve -x² + y² = 1 + d x² y². */
  private record Point(BigInteger x, BigInteger y) {

    /** The addition law of RFC 8032 §5.1.4 in affine form; complete, so it also doubles. */
    Point plus(Point that) {
      var product = D.multiply(x).multiply(that.x).multiply(y).multiply(that.y).mod(P);
      return new Point(
          x.multiply(that.y)
              .add(that.x.multiply(y))
              .multiply(inverse(BigInteger.ONE.add(product)))
              .mod(P),
          y.multiply(that.y)
              .add(x.multiply(that.x))
              .multiply(inverse(BigInteger.ONE.subtract(product)))
              .mod(P));
    }

    private static BigInteger inverse(BigInteger value) {
      return value.modInverse(P);
    }

    Point times(BigInteger scalar) {
      var sum = NEUTRAL;
      for (int bit = scalar.bitLength() - 1; bit >= 0; bit--) {
        sum = sum.plus(sum);
        sum = scalar.testBit(bit) ? sum.plus(this) : sum;
      }
      return sum;
    }

    /** y in little endian, with the lowest bit of x on top (RFC 8032 §5.1.2). */
    byte[] encoded() {
      var bytes = littleEndian(y.toByteArray());
      if (x.testBit(0)) {
        bytes[BYTES - 1] |= (byte) 0x80;
      }
      return bytes;
    }
  }

  /** SHA-512 of a seed, clamped. */
  public static byte[] expand(byte[] seed) {
    try {
      var secret = MessageDigest.getInstance("SHA-512").digest(seed);
      secret[0] &= (byte) 248;
      secret[31] &= 63;
      secret[31] |= 64;
      return secret;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-512", e);
    }
  }

  /** Of a secret whose first 32 bytes are the scalar, in little endian. */
  public static byte[] publicKey(byte[] expanded) {
    var scalar = littleEndian(Arrays.copyOf(expanded, BYTES));
    return BASE.times(new BigInteger(1, scalar)).encoded();
  }

  /** The signature of {@code message} by a seed of {@value #BYTES} bytes. */
  public static byte[] sign(byte[] message, byte[] seed) {
    try {
      var secret = new PKCS8EncodedKeySpec(joined(SECRET_FORM, seed));
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(secret));
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  /** Whether {@code signature} is one of {@code message} by the owner of {@code publicKey}. */
  public static boolean isSigned(byte[] message, byte[] signature, byte[] publicKey) {
    if (publicKey.length != BYTES || signature.length != SIGNATURE_BYTES) {
      return false;
    }
    try {
      var key = new X509EncodedKeySpec(joined(PUBLIC_FORM, publicKey));
      var check = Signature.getInstance("Ed25519");
      check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(key));
      check.update(message);
      return check.verify(signature);
    } catch (InvalidKeySpecException | InvalidKeyException | SignatureException e) {
      return false; // The key is no point of the curve, or the signature no number below its order.
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  private static byte[] joined(byte[] form, byte[] key) {
    return ByteBuffer.allocate(form.length + key.length).put(form).put(key).array();
  }

  /** The bytes in the other order, as many as a field element has. */
  private static byte[] littleEndian(byte[] bytes) {
    var turned = new byte[BYTES];
    for (int i = 0; i < Math.min(BYTES, bytes.length); i++) {
      turned[i] = bytes[bytes.length - 1 - i];
    }
    return turned;
  }
}
