package org.bulbil.agent.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.RelaySettings;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.core.contact.Email;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.MachineTime;
import org.bulbil.tor.process.TorBinary;
import org.bulbil.tor.process.TorFolder;
import org.bulbil.tor.process.TorProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real tor publishes the site, and another takes its place when it dies. */
class OnionIT {

  private static final InetSocketAddress SERVER =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 8080);

  @TempDir Path home;
  private final MachineTime time = new MachineTime();
  private final Journal journal = Journal.open(new SimulatedDisk().file("journal.db"), time);
  private TorFolder folder;

  @BeforeEach
  void needTor() {
    var found = TorBinary.find(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    assumeTrue(found instanceof Outcome.Done<TorBinary>, found.summary());
    folder = new TorFolder(home.resolve("tor"));
  }

  @AfterEach
  void end() {
    TorProcess.adopt(folder).answer().ifPresent(tor -> tor.stop(Duration.ofSeconds(5)));
    journal.close();
  }

  private Onion onion(String program) {
    var relay =
        new RelaySettings(
            new Email("op@sandbox.test"), "", program, 0, 0, List.of("DisableNetwork 1"));
    return new Onion(relay, folder, Duration.ofMillis(200), journal, time);
  }

  /** Heartbeats until {@code isDone}. */
  private void beat(Onion onion, BooleanSupplier isDone) throws InterruptedException {
    var deadline = time.now().plus(Duration.ofSeconds(60));
    while (!isDone.getAsBoolean()) {
      assertThat(time.now()).as(told()).isBefore(deadline);
      onion.publish(SERVER);
      time.pause(Duration.ofMillis(50));
    }
  }

  private String told() {
    return String.join("\n", journal.newest(99).stream().map(Entry::words).toList());
  }

  @Test
  void aTorThatDiesIsFollowedByOneOfTheSameName() throws Exception {
    var onion = onion("tor");
    beat(onion, () -> onion.uri().isPresent());
    var name = onion.uri().orElseThrow();
    assertThat(told()).contains("the site is at " + name + " too");
    TorProcess.adopt(folder)
        .answer()
        .flatMap(tor -> ProcessHandle.of(tor.pid()))
        .orElseThrow()
        .destroyForcibly();
    beat(onion, () -> onion.uri().isEmpty());
    beat(onion, () -> onion.uri().equals(Optional.<URI>of(name)));
    onion.close();
  }

  @Test
  void whereThereIsNoTorThatIsToldOnce() throws Exception {
    var onion = onion(home.resolve("no-tor").toString());
    beat(onion, () -> told().contains("no onion service"));
    var end = time.now().plus(Duration.ofSeconds(1));
    beat(onion, () -> time.now().isAfter(end));
    assertThat(journal.newest(99)).hasSize(1);
    onion.close();
  }
}
