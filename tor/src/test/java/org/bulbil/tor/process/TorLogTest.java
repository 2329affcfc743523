package org.bulbil.tor.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that a running tor appends to stays short, and shows its end. */
class TorLogTest {

  @TempDir Path folder;

  private Path file;
  private TorLog log;

  @BeforeEach
  void name() {
    file = folder.resolve("tor.log");
    log = new TorLog(file);
  }

  @Test
  void aLogThatHasGrownTooLongIsEmptiedUnderItsWriter() throws IOException {
    try (var tor =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      tor.write(new byte[Math.toIntExact(TorLog.SIZE_MAX) + 1]);
      log.trim();
      tor.write("after\n".getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(file).hasContent("after\n");
  }

  @Test
  void aShortLogIsKept() throws IOException {
    Files.writeString(file, "one\ntwo\nthree\n");
    log.trim();
    assertThat(log.tail(2)).containsExactly("two", "three");
  }

  @Test
  void whatIsNotThereNeedsNoTrimming() throws IOException {
    log.trim();
    assertThat(log.tail(2)).isEmpty();
    assertThat(file).doesNotExist();
  }
}
