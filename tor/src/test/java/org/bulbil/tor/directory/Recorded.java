package org.bulbil.tor.directory;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Real directory documents kept beside the repository; a test is skipped where they are absent. */
final class Recorded {

  private Recorded() {}

  static String document(String name) throws IOException {
    var file = find(Path.of("shared", "data", "tor", name));
    return name.endsWith(".xz")
        ? unpacked(file)
        : Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private static Path find(Path wanted) {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve(wanted))
        .filter(Files::isReadable)
        .findFirst()
        .orElseGet(() -> abort("recorded data is absent: no folder above this one has " + wanted));
  }

  private static String unpacked(Path file) throws IOException {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/xz")), "xz is absent: apt-get install xz-utils");
    var xz = new ProcessBuilder("/usr/bin/xz", "-dc", file.toString()).start();
    try (var out = xz.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.ISO_8859_1);
    } finally {
      xz.destroy();
    }
  }
}
