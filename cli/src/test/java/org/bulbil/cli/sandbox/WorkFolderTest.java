package org.bulbil.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkFolderTest {

  @TempDir private Path home;

  @Test
  void aNamedFolderIsMade() {
    var folder = WorkFolder.at(home.resolve("a/b").toString());
    assertThat(folder.path()).isAbsolute().isDirectory();
  }

  /** Tor's control sockets lie deep in it, and Linux limits their path. */
  @Test
  void aLongPathIsRefusedWithTheReason() {
    var name = home.resolve("x".repeat(WorkFolder.LENGTH_MAX)).toString();
    assertThatThrownBy(() -> WorkFolder.at(name))
        .hasMessageContaining("sockets")
        .hasMessageContaining("--dir");
  }

  @Test
  void aFileInTheWayIsNamed() throws Exception {
    var file = Files.createFile(home.resolve("file"));
    assertThatThrownBy(() -> WorkFolder.at(file.toString())).hasMessageContaining(file.toString());
  }

  @Test
  void whatIsWrittenReplacesWhatWasThere() {
    var folder = WorkFolder.at(home.toString());
    folder.write("sandbox.json", "old");
    assertThat(folder.write("sandbox.json", "new")).hasContent("new");
    assertThat(home).isDirectoryNotContaining(path -> path.toString().endsWith(".new"));
  }
}
