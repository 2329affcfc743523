package org.bulbil.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The program says the version that it was built as. */
class VersionTest {

  @Test
  void isTheBuildsVersion() throws Exception {
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<version>" + Version.NUMBER + "</version>");
  }
}
