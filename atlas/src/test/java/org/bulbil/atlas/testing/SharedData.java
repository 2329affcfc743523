package org.bulbil.atlas.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/** Real data beside the repository; a test that needs it is skipped where it is not there. */
public final class SharedData {

  private SharedData() {}

  /** Such as {@code onionoo/graph-history-cases.json}. */
  public static Path file(String name) {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      var file = folder.resolveSibling("shared").resolve("data").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    return abort("the data to test with, shared/data/" + name + ", is not here");
  }

  /** The same, unpacked. */
  public static byte[] bytes(String name) throws IOException {
    try (var packed = new BufferedInputStream(Files.newInputStream(file(name)));
        var plain = unpacked(name, packed)) {
      return plain.readAllBytes();
    }
  }

  private static InputStream unpacked(String name, InputStream packed) throws IOException {
    if (name.endsWith(".xz")) {
      return new XZInputStream(packed);
    }
    return name.endsWith(".gz") ? new GZIPInputStream(packed) : packed;
  }
}
