package org.bulbil.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed process left is gone after the next start, and goes nowhere else. */
class UnpackedDriverTest {

  @TempDir private Path home;

  @AfterEach
  void forget() {
    System.clearProperty("org.sqlite.tmpdir");
  }

  @Test
  void aKilledProcessLeavesNothingForLong() throws IOException {
    UnpackedDriver.in(home);
    var folder = Path.of(System.getProperty("org.sqlite.tmpdir"));
    assertThat(folder).startsWith(home);
    Files.writeString(folder.resolve("sqlite-1.so"), "left by a kill");
    UnpackedDriver.in(home);
    assertThat(folder).isEmptyDirectory();
  }
}
