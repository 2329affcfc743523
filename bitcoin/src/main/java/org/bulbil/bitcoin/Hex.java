package org.bulbil.bitcoin;

import fr.acinq.bitcoin.ByteVector;
import java.util.HexFormat;

/** The written form of hashes: 64 lower-case hexadecimal digits. */
final class Hex {

  private static final int DIGITS = 64;

  private Hex() {}

  static String hash(String what, String hex) {
    if (!isHash(hex)) {
      throw new IllegalArgumentException(
          what + " has 64 hexadecimal digits in lower case, not '" + shortened(hex) + "'");
    }
    return hex;
  }

  /** By hand: every id that is read passes here, thousands in a heartbeat of a simulated world. */
  static boolean isHash(String text) {
    if (text.length() != DIGITS) {
      return false;
    }
    for (int i = 0; i < DIGITS; i++) {
      char digit = text.charAt(i);
      if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
        return false;
      }
    }
    return true;
  }

  static String of(ByteVector bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  /** The bytes in the order in which blocks store them: the written form reversed. */
  static byte[] reversed(String hex) {
    var bytes = HexFormat.of().parseHex(hex);
    for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
      byte kept = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = kept;
    }
    return bytes;
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
