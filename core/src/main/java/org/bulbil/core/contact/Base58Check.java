package org.bulbil.core.contact;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** Base 58 with four bytes of double SHA-256 behind it, as addresses before segwit have it. */
final class Base58Check {

  private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(58);
  private static final int CHECKSUM = 4;

  /** A version and a hash of 160 bits. */
  private static final int PAYLOAD = 21;

  private Base58Check() {}

  static boolean isDigit(int character) {
    return DIGITS.indexOf(character) >= 0;
  }

  /**
   * Version and hash, {@value #PAYLOAD} bytes; empty where the length or the checksum is another.
   *
   * @param text at most a few hundred characters
   */
  static Optional<byte[]> payload(String text) {
    if (!text.chars().allMatch(Base58Check::isDigit)) {
      return Optional.empty();
    }
    return bytes(text)
        .filter(
            all ->
                Arrays.equals(
                    checksum(Arrays.copyOf(all, PAYLOAD)),
                    Arrays.copyOfRange(all, PAYLOAD, PAYLOAD + CHECKSUM)))
        .map(all -> Arrays.copyOf(all, PAYLOAD));
  }

  /** The number in as many bytes as it must have; each leading digit 1 is a leading zero byte. */
  private static Optional<byte[]> bytes(String text) {
    var number = BigInteger.ZERO;
    for (int i = 0; i < text.length(); i++) {
      number = number.multiply(BASE).add(BigInteger.valueOf(DIGITS.indexOf(text.charAt(i))));
    }
    int significant = (number.bitLength() + 7) / 8;
    if (zeros(text) + significant != PAYLOAD + CHECKSUM) {
      return Optional.empty();
    }
    var all = new byte[PAYLOAD + CHECKSUM];
    var magnitude = number.toByteArray(); // May begin with a byte for the sign.
    System.arraycopy(
        magnitude, magnitude.length - significant, all, all.length - significant, significant);
    return Optional.of(all);
  }

  private static int zeros(String text) {
    int count = 0;
    while (count < text.length() && text.charAt(count) == '1') {
      count++;
    }
    return count;
  }

  private static byte[] checksum(byte[] payload) {
    return Arrays.copyOf(sha256(sha256(payload)), CHECKSUM);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
