package org.bulbil.cli.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the database driver unpacks its native part, a megabyte for each process. One that is
 * killed leaves it behind, so it has a folder in the home, which the next start empties; {@code
 * /tmp} would fill up.
 */
final class UnpackedDriver {

  private static final String PROPERTY = "org.sqlite.tmpdir";

  private UnpackedDriver() {}

  /** To be called before the first database is opened, by the only process of this home. */
  static void in(Path home) throws IOException {
    var folder = Files.createDirectories(home.resolve("native"));
    try (var left = Files.list(folder)) {
      for (var file : left.toList()) {
        Files.delete(file);
      }
    }
    System.setProperty(PROPERTY, folder.toString());
  }
}
