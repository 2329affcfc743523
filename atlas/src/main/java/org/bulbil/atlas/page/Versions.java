package org.bulbil.atlas.page;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names of contents: two contents have two names. */
final class Versions {

  /** 64 bits: among millions of contents no two meet by chance. */
  private static final int LENGTH = 8;

  private Versions() {}

  /** 16 hexadecimal digits of the SHA-256. */
  static String of(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
