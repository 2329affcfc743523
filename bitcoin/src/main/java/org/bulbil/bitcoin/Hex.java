package org.bulbil.bitcoin;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** The written form of hashes: 64 lower-case hexadecimal digits. */
final class Hex {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private Hex() {}

  static String hash(String what, String hex) {
    if (!HASH.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          what + " has 64 hexadecimal digits in lower case, not '" + shortened(hex) + "'");
    }
    return hex;
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
