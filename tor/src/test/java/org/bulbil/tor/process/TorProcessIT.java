package org.bulbil.tor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.MachineTime;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.family.FamilyKey;
import org.bulbil.tor.family.OnionKey;
import org.bulbil.tor.family.SealedFamilyKey;
import org.bulbil.tor.status.RunningRelay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real tor, alone with authorities that don't exist, is kept as the agent keeps it. */
class TorProcessIT {

  private static final Duration STOP_WAIT = Duration.ofSeconds(3);
  private static final InetAddress ADDRESS = InetAddress.ofLiteral("127.66.1.1");

  private final Time time = new MachineTime();
  private final List<TorProcess> started = new ArrayList<>();
  private final TorBinary tor = installed();

  @TempDir Path folder;

  private static TorBinary installed() {
    var found = TorBinary.find(System.getenv("PATH"));
    return found.answer().orElseGet(() -> abort(found.summary()));
  }

  @AfterEach
  void endAll() {
    started.forEach(process -> process.stop(STOP_WAIT));
  }

  @Test
  void aTorIsStartedAndSaysWhoItIs() throws IOException {
    var process = start(torrc(freePort(), ""));
    try (var port = process.control().answer().orElseThrow()) {
      var vitals = new RunningRelay(port).vitals().answer().orElseThrow();
      assertThat(vitals.uptime()).isLessThan(Duration.ofMinutes(1));
      assertThat(vitals.circuits()).isFalse();
      assertThat(vitals.version()).startsWith(tor.version().toString());
      assertThat(Files.readString(process.folder().path().resolve("fingerprint")))
          .contains(vitals.fingerprint().value());
    }
  }

  /** An agent that was killed finds its tor running, and keeps that one. */
  @Test
  void aTorThatOutlivedItsAgentIsAdopted() throws IOException {
    var torrc = torrc(freePort(), "");
    var first = start(torrc);
    var second = TorProcess.adoptOrStart(tor, torrc, time).answer().orElseThrow();
    assertThat(second.pid()).isEqualTo(first.pid());
    second.stop(STOP_WAIT);
    assertThat(first.isAlive()).isFalse();
    assertThat(TorProcess.adopt(torrc.folder())).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void afterATorWasKilledItsStaleSocketDoesNotPreventAnother() throws IOException {
    var torrc = torrc(freePort(), "");
    var first = start(torrc);
    ProcessHandle.of(first.pid()).ifPresent(ProcessHandle::destroyForcibly);
    until(() -> !first.isAlive());
    assertThat(torrc.folder().controlSocket()).exists();
    var second = TorProcess.adoptOrStart(tor, torrc, time).answer().orElseThrow();
    started.add(second);
    assertThat(second.pid()).isNotEqualTo(first.pid());
  }

  /** A tor that hangs would keep its folder locked against its successor. */
  @Test
  void aTorThatAnswersNoMoreIsReplaced() throws Exception {
    var torrc = torrc(freePort(), "");
    var deaf = start(torrc);
    new ProcessBuilder("kill", "-STOP", Long.toString(deaf.pid())).start().waitFor();
    var fresh = TorProcess.adoptOrStart(tor, torrc, time).answer().orElseThrow();
    started.add(fresh);
    assertThat(fresh.pid()).isNotEqualTo(deaf.pid());
    assertThat(deaf.isAlive()).isFalse();
  }

  @Test
  void aTakenPortIsNamedWithTheWayOut() throws IOException {
    try (var squatter = new ServerSocket(0, 1, ADDRESS)) {
      var outcome =
          TorProcess.start(tor, torrc(squatter.getLocalPort(), ""), TorProcess.LEAN, time);
      assertThat(outcome.summary())
          .startsWith("refused")
          .contains("127.66.1.1:" + squatter.getLocalPort() + " is taken", "another port");
    }
  }

  @Test
  void aSettingThatTorRefusesIsItsCause() throws IOException {
    var outcome = TorProcess.start(tor, torrc(freePort(), "NumCPUs many"), TorProcess.LEAN, time);
    assertThat(outcome.summary()).startsWith("refused").contains("NumCPUs");
  }

  @Test
  void newSettingsReachARunningTor() throws IOException {
    int orPort = freePort();
    var process = start(torrc(orPort, ""));
    process.reload(torrc(orPort, "MaxCircuitDirtiness 777"));
    try (var port = process.control().answer().orElseThrow()) {
      assertThat(port.tell("GETCONF MaxCircuitDirtiness").answer().orElseThrow().text())
          .isEqualTo("MaxCircuitDirtiness=777");
    }
  }

  @Test
  void torAcceptsTheFamilyKeyThatWeMade() throws IOException {
    var torrc = torrc(freePort(), "");
    var key = FamilyKey.fresh(new Random(42));
    key.write(torrc.folder().create().keys(), "dynasty");
    var process = start(torrc);
    assertThat(String.join("\n", process.lastLines())).doesNotContain("[err]");
    assertThat(torsOwnKey().id()).isNotEqualTo(key.id());
  }

  /** What we take for the secret half of tor's onion key is the half of what tor would publish. */
  @Test
  void torsOnionKeyOpensWhatIsSealedToIt() throws IOException {
    var process = start(torrc(freePort(), ""));
    var onion = OnionKey.in(process.folder().keys());
    assertThat(onion).hasSize(1);
    var published =
        Base64.getEncoder().withoutPadding().encodeToString(onion.getFirst().publicKey());
    var self = new Fingerprint("A".repeat(40));
    var key = FamilyKey.fresh(new Random(7));
    var opened =
        SealedFamilyKey.seal(key, self, published, new Random(8))
            .flatMap(answer -> answer.open(self, onion));
    assertThat(opened.answer().orElseThrow().id()).isEqualTo(key.id());
  }

  /** The id that tor prints for a key of its own making is the one that we compute. */
  private FamilyKey torsOwnKey() throws IOException {
    var said =
        new Program(
                List.of(
                    tor.path().toString(),
                    "--ignore-missing-torrc",
                    "-f",
                    "/nonexistent",
                    "--keygen-family",
                    "clan"),
                Duration.ofSeconds(30))
            .run(folder, "")
            .answer()
            .orElseThrow();
    var key = FamilyKey.read(folder, "clan");
    assertThat(said).contains("FamilyId " + key.id());
    return key;
  }

  /** A tor that belongs to a sandbox ends with it, whatever ends the sandbox. */
  @Test
  void aTorWithAnOwnerEndsWithIt() throws Exception {
    var owner = new ProcessBuilder("sleep", "600").start();
    var process = start(torrc(freePort(), "__OwningControllerProcess " + owner.pid()));
    owner.destroyForcibly();
    owner.waitFor(10, TimeUnit.SECONDS);
    until(() -> !process.isAlive());
  }

  private TorProcess start(Torrc torrc) throws IOException {
    var outcome = TorProcess.start(tor, torrc, TorProcess.LEAN, time);
    assertThat(outcome).as(outcome.summary()).isInstanceOf(Outcome.Done.class);
    started.add(outcome.answer().orElseThrow());
    return started.getLast();
  }

  private Torrc torrc(int orPort, String extra) {
    var lines =
        new ArrayList<>(
            List.of(
                new TorrcLine("TestingTorNetwork 1"),
                new TorrcLine("UseDefaultFallbackDirs 0"),
                new TorrcLine("DirAuthority x 127.66.1.9:1 " + "f".repeat(40))));
    if (!extra.isEmpty()) {
      lines.add(new TorrcLine(extra));
    }
    return Torrc.relay(
        new RelaySettings(
                new TorFolder(folder.resolve("tor")),
                new Nickname("alone"),
                new InetSocketAddress(ADDRESS, orPort),
                new ContactText("nobody # \"quoted\" \\"),
                BandwidthLimit.steady(Bandwidth.ofKilobytes(1000)))
            .withExtra(lines));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, ADDRESS)) {
      return socket.getLocalPort();
    }
  }

  private void until(java.util.function.BooleanSupplier condition) {
    var deadline = time.now().plusSeconds(60);
    while (!condition.getAsBoolean()) {
      assertThat(time.now()).as("60 s have passed").isBefore(deadline);
      try {
        time.pause(Duration.ofMillis(100));
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
