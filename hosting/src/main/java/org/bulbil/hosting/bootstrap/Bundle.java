package org.bulbil.hosting.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The program of a relay, its runtime included, as one file: what a new server fetches.
 *
 * @param hash that the file must have
 * @param bytes its length, at least 1 and at most {@link #BYTES_MAX}
 */
public record Bundle(BundleHash hash, long bytes) {

  /** Twice what was aimed at: a server's first download must end some time. */
  public static final long BYTES_MAX = 128L << 20;

  public Bundle {
    if (bytes < 1 || bytes > BYTES_MAX) {
      throw new IllegalArgumentException("a bundle has 1 to " + BYTES_MAX + " bytes, not " + bytes);
    }
  }

  /** The bundle that {@code file} is. */
  public static Bundle of(Path file) throws IOException {
    return new Bundle(BundleHash.of(file), Files.size(file));
  }

  /** What the file is called wherever it is handed on: names nothing but its content. */
  public String fileName() {
    return hash + ".tar.gz";
  }
}
