package org.bulbil.core.contact;

import java.util.Optional;

/**
 * What a segwit address spells (BIP173 for version 0, BIP350 for the others).
 *
 * @param prefix such as {@code bc}
 * @param version 0 to 16
 * @param length of the program in bytes, 2 to 40
 */
record SegwitCode(String prefix, int version, int length) {

  private static final String DIGITS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int CHECKSUM = 6;
  private static final int BECH32 = 1;
  private static final int BECH32M = 0x2bc830a3;
  private static final int LENGTH_MAX = 90;

  /**
   * Reads an address in small letters; empty where it is none or its checksum is another.
   *
   * @param prefix that it must have
   */
  static Optional<SegwitCode> read(String text, String prefix) {
    var digits = text.startsWith(prefix + "1") ? text.substring(prefix.length() + 1) : "";
    if (text.length() > LENGTH_MAX || digits.length() <= CHECKSUM) {
      return Optional.empty();
    }
    var values = digits.chars().map(DIGITS::indexOf).toArray();
    for (int value : values) {
      if (value < 0) {
        return Optional.empty();
      }
    }
    int wanted = values[0] == 0 ? BECH32 : BECH32M;
    return polymod(prefix, values) == wanted ? program(prefix, values) : Optional.empty();
  }

  private static int polymod(String prefix, int[] values) {
    int sum = 1;
    for (int i = 0; i < prefix.length(); i++) {
      sum = step(sum, prefix.charAt(i) >> 5);
    }
    sum = step(sum, 0);
    for (int i = 0; i < prefix.length(); i++) {
      sum = step(sum, prefix.charAt(i) & 31);
    }
    for (int value : values) {
      sum = step(sum, value);
    }
    return sum;
  }

  private static int step(int sum, int value) {
    int top = sum >>> 25;
    int next = (sum & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= (top >> i & 1) == 1 ? GENERATOR[i] : 0;
    }
    return next;
  }

  /** Digits of five bits into bytes; what is left over must be less than five zero bits. */
  private static Optional<SegwitCode> program(String prefix, int[] values) {
    int bits = (values.length - 1 - CHECKSUM) * 5;
    int leftOver = bits % 8;
    int last = values[values.length - 1 - CHECKSUM];
    boolean isWhole = leftOver < 5 && (last & (1 << leftOver) - 1) == 0;
    return values[0] <= 16 && isWhole && bits / 8 >= 2 && bits / 8 <= 40
        ? Optional.of(new SegwitCode(prefix, values[0], bits / 8))
        : Optional.empty();
  }
}
