package org.bulbil.agent.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bulbil.hosting.bootstrap.BundleHash;

/**
 * What a site shows, as one file: a zip without compression whose bytes follow from the names and
 * contents of the files in it and from nothing else, so that its SHA-256 says what a visitor sees.
 * {@link Packing} makes it, {@link Unpacking} lays it out again.
 *
 * @param hash of the file
 * @param bytes its length, at least 1 and at most {@link #BYTES_MAX}
 */
public record Content(BundleHash hash, long bytes) {

  /** What a server with a gigabyte of memory and a small disk hands on without noticing. */
  public static final long BYTES_MAX = 256L << 20;

  /** Files in it; ten times a large blog. */
  static final int FILES_MAX = 20_000;

  public Content {
    if (bytes < 1 || bytes > BYTES_MAX) {
      throw new IllegalArgumentException(
          "the content of a site has 1 to %d MiB as an archive, not %d bytes"
              .formatted(BYTES_MAX >> 20, bytes));
    }
  }

  /** The content that {@code archive} is. */
  public static Content of(Path archive) throws IOException {
    return new Content(BundleHash.of(archive), Files.size(archive));
  }

  /** What the archive is called wherever it is handed on. */
  public String fileName() {
    return hash + ".zip";
  }
}
