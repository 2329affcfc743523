package org.bulbil.tor.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tor is used only where it says a version that is new enough; else people hear what to do. */
class TorBinaryTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"0.4.9.1-alpha", "0.4.9.11", "0.5.0.1"})
  void aNewEnoughTorIsFoundOnTheSearchPath(String version) throws IOException {
    program("echo Tor version " + version + ".");
    assertThat(TorBinary.find("relative:" + folder + ":/nowhere").answer())
        .hasValueSatisfying(tor -> assertThat(tor.path()).isEqualTo(folder.resolve("tor")));
  }

  @Test
  void aTorThatIsTooOldIsRefusedWithTheWayOut() throws IOException {
    program("echo Tor version 0.4.7.16.");
    assertThat(TorBinary.find(folder.toString()).summary())
        .contains("0.4.7.16", "0.4.9 or later", "apt-get install");
  }

  @Test
  void aProgramThatSaysNoVersionIsUnknown() throws IOException {
    program("echo hello");
    assertThat(TorBinary.find(folder.toString())).isInstanceOf(Outcome.Unknown.class);
  }

  private void program(String line) throws IOException {
    var file = folder.resolve("tor");
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
