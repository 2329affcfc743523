package org.bulbil.sandbox.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The right process is found and killed, and no other. Sleepers stand in for java and tor. */
final class RelayProcessesIT {

  private static final Path SLEEP = Path.of("/usr/bin/sleep");

  @TempDir private Path folder;

  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void needsSleepers() {
    assumeTrue(Files.isExecutable(SLEEP), "there is no " + SLEEP);
  }

  @AfterEach
  void endThem() {
    started.forEach(Process::destroyForcibly);
  }

  private RelayProcesses relay(String address) {
    return new RelayProcesses(folder.resolve("s").resolve(address));
  }

  /** Starts a sleeper under another name, which works in a folder of a server's disk. */
  private Process start(String name, String address, String work) throws IOException {
    var place = Files.createDirectories(relay(address).disk().resolve(work));
    var program = folder.resolve("bin").resolve(name);
    if (!Files.exists(program)) {
      Files.createDirectories(program.getParent());
      Files.copy(SLEEP, program);
    }
    var process = new ProcessBuilder(program.toString(), "100").directory(place.toFile()).start();
    started.add(process);
    return process;
  }

  @Test
  void eachIsFoundByItsProgramAndItsFolder() throws IOException {
    var agent = start("java", "127.80.0.1", "bulbil");
    var tor = start("tor", "127.80.0.1", "bulbil/tor");
    start("keeper", "127.80.0.1", "bulbil");
    start("java", "127.80.0.11", "bulbil");
    var found = relay("127.80.0.1");
    assertThat(found.agent()).hasValueSatisfying(it -> assertThat(it.pid()).isEqualTo(agent.pid()));
    assertThat(found.tor()).hasValueSatisfying(it -> assertThat(it.pid()).isEqualTo(tor.pid()));
    assertThat(found.areBothThere()).isTrue();
  }

  @Test
  void whoIsNotThereIsNotFound() throws IOException {
    start("keeper", "127.80.0.1", "bulbil");
    assertThat(relay("127.80.0.1").agent()).isEmpty();
    assertThat(relay("127.80.0.1").tor()).isEmpty();
    assertThat(relay("127.80.0.2").areBothThere()).isFalse();
  }

  /** By SIGKILL, which a shell would call 137; the neighbour lives. */
  @Test
  void aKillHitsOneProcess() throws Exception {
    var victim = start("java", "127.80.0.1", "bulbil");
    var neighbour = start("java", "127.80.0.2", "bulbil");
    relay("127.80.0.1").agent().orElseThrow().kill();
    assertThat(victim.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(victim.exitValue()).isEqualTo(128 + 9);
    assertThat(neighbour.isAlive()).isTrue();
    assertThat(relay("127.80.0.1").agent()).isEmpty();
  }

  /** Between the look and the blow it may have ended by itself. */
  @Test
  void killingTheDeadIsHarmless() throws Exception {
    var victim = start("tor", "127.80.0.1", "bulbil/tor");
    var found = relay("127.80.0.1").tor().orElseThrow();
    victim.destroyForcibly().waitFor();
    found.kill();
    assertThat(relay("127.80.0.1").tor()).isEmpty();
  }
}
