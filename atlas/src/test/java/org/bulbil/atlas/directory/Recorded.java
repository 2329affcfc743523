package org.bulbil.atlas.directory;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bulbil.tor.directory.Consensus;
import org.tukaani.xz.XZInputStream;

/** Real directory documents kept beside the repository; a test is skipped where they are absent. */
final class Recorded {

  private Recorded() {}

  static Consensus consensus() {
    var file = file("2022-11-19-10-00-00-consensus.xz");
    try (var in = new XZInputStream(Files.newInputStream(file))) {
      return Consensus.parse(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
          .answer()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(String name) {
    var wanted = Path.of("shared", "data", "tor", name);
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve(wanted))
        .filter(Files::isReadable)
        .findFirst()
        .orElseGet(() -> abort("recorded data is absent: no folder above this one has " + wanted));
  }
}
