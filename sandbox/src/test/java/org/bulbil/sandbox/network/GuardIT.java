package org.bulbil.sandbox.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.bulbil.core.testing.MachineTime;
import org.bulbil.core.time.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the program is gone, its tors are killed, even those that ignore a polite word. */
class GuardIT {

  private final Time time = new MachineTime();

  @TempDir Path folder;

  @Test
  void whatIsBelowTheFolderEndsWithItsOwnerAndNothingElse() throws Exception {
    var owner = new ProcessBuilder("sleep", "600").start();
    var below = stubbornTor(folder.resolve("net/auth1/torrc"));
    var elsewhere = stubbornTor(folder.resolve("network2/torrc"));
    try (var guard = Guard.over(folder.resolve("net"), owner.toHandle())) {
      time.pause(Duration.ofSeconds(1));
      assertThat(below.isAlive()).isTrue();
      owner.destroyForcibly();
      until(() -> !below.isAlive() && !guard.isOnDuty());
      assertThat(elsewhere.isAlive()).isTrue();
    } finally {
      below.destroyForcibly();
      elsewhere.destroyForcibly();
    }
  }

  @Test
  void aGuardThatIsClosedLeavesNothing() throws IOException, InterruptedException {
    var guard = Guard.over(folder);
    guard.close();
    until(() -> !guard.isOnDuty());
  }

  /** A program called tor that ignores TERM. */
  private Process stubbornTor(Path torrc) throws IOException {
    var program = folder.resolve("tor");
    if (!Files.exists(program)) {
      Files.writeString(program, "#!/bin/sh\ntrap '' TERM\nwhile true; do sleep 1; done\n");
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return new ProcessBuilder(program.toString(), "-f", torrc.toString()).start();
  }

  private void until(BooleanSupplier condition) throws InterruptedException {
    var deadline = time.now().plusSeconds(60);
    while (!condition.getAsBoolean()) {
      assertThat(time.now()).isBefore(deadline);
      time.pause(Duration.ofMillis(100));
    }
  }
}
