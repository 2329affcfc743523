package org.bulbil.hosting.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * SHA-256 of a bundle's file. It alone says what program a new server runs, so whoever hands the
 * file on need not be trusted.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record BundleHash(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  private static final int CHUNK_BYTES = 64 << 10;

  public BundleHash {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a bundle's SHA-256 is 64 lower-case hexadecimal digits, not '" + value + "'");
    }
  }

  /** Of the file as it is now. */
  public static BundleHash of(Path file) throws IOException {
    var digest = sha256();
    var chunk = new byte[CHUNK_BYTES];
    try (var content = Files.newInputStream(file)) {
      for (int count = 0; count >= 0; count = content.read(chunk)) {
        digest.update(chunk, 0, count);
      }
    }
    return new BundleHash(HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
