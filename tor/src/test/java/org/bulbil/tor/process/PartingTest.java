package org.bulbil.tor.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.bulbil.core.testing.MachineTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process that is told to end is gone, whoever its parent is. */
class PartingTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final MachineTime time = new MachineTime();
  private Optional<Process> started = Optional.empty();

  @AfterEach
  void end() {
    started.ifPresent(Process::destroyForcibly);
  }

  private Process start(String script) throws IOException {
    var process = new ProcessBuilder("sh", "-c", script).start();
    started = Optional.of(process);
    return process;
  }

  private ProcessHandle childOf(Process parent) throws InterruptedException {
    var deadline = time.now().plus(LONG);
    while (parent.children().findAny().isEmpty()) {
      assertThat(time.now()).isBefore(deadline);
      time.pause(Duration.ofMillis(5));
    }
    return parent.children().findAny().orElseThrow();
  }

  @Test
  void oneThatDoesNotListenIsEndedByForce() throws Exception {
    var deaf = start("trap '' TERM; echo deaf; while :; do sleep 1; done");
    assertThat(deaf.inputReader().readLine()).isEqualTo("deaf");
    new Parting(deaf.toHandle(), "sh", Duration.ofMillis(200)).end();
    assertThat(deaf.waitFor()).isEqualTo(128 + 9);
  }

  @Test
  void aChildOfOursIsWaitedFor() throws Exception {
    var child = start("sleep 60").toHandle();
    new Parting(child, "sleep", LONG).end();
    assertThat(ProcessHandle.of(child.pid())).isEmpty();
  }

  /** Its web server took 1.3 s to come back in a container whose first process is slow to wait. */
  @Test
  void oneForWhomItsParentDoesNotWaitIsGoneAllTheSame() throws Exception {
    var parent = start("sleep 60 & exec sleep 60");
    var orphan = childOf(parent);
    var begun = time.now();
    new Parting(orphan, "sleep", LONG).end();
    assertThat(Duration.between(begun, time.now())).isLessThan(LONG);
    assertThat(orphan.isAlive()).as("still there, as a zombie").isTrue();
  }
}
