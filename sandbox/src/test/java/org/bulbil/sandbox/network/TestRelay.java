package org.bulbil.sandbox.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.MachineTime;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.family.FamilyKey;
import org.bulbil.tor.process.BandwidthLimit;
import org.bulbil.tor.process.ContactText;
import org.bulbil.tor.process.RelaySettings;
import org.bulbil.tor.process.TorBinary;
import org.bulbil.tor.process.TorFolder;
import org.bulbil.tor.process.TorProcess;
import org.bulbil.tor.process.Torrc;
import org.bulbil.tor.status.RunningRelay;

/** A relay as an agent would run it, without the agent. */
final class TestRelay {

  final Nickname nickname;
  private final Torrc torrc;
  private final TorBinary tor;
  private final Time time = new MachineTime();
  private TorProcess process;

  TestRelay(
      String name,
      InetSocketAddress orPort,
      Bandwidth rate,
      Path folder,
      SandboxNetwork network,
      TorBinary tor,
      FamilyKey family)
      throws IOException {
    this.nickname = new Nickname(name);
    this.tor = tor;
    var home = new TorFolder(folder.resolve(name)).create();
    family.write(home.keys(), "dynasty");
    this.torrc =
        Torrc.relay(
            new RelaySettings(
                    home,
                    nickname,
                    orPort,
                    new ContactText(contact(name)),
                    BandwidthLimit.steady(rate))
                .withExtra(network.relayLines()));
    this.process = TorProcess.start(tor, torrc, TorProcess.LEAN, time).answer().orElseThrow();
  }

  static String contact(String name) {
    return "email:" + name + "[]sandbox.test btc:bcrt1q" + name + " ciissversion:2";
  }

  /** Takes it up again as an agent that was restarted does. */
  void resume() throws IOException {
    process = TorProcess.adoptOrStart(tor, torrc, time).answer().orElseThrow();
  }

  void kill() throws InterruptedException {
    ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
    while (process.isAlive()) {
      time.pause(Duration.ofMillis(20));
    }
  }

  long pid() {
    return process.pid();
  }

  Fingerprint fingerprint() {
    return ask(RunningRelay::vitals).fingerprint();
  }

  <T> T ask(Function<RunningRelay, Outcome<T>> question) {
    try (var port = process.control().answer().orElseThrow()) {
      var outcome = question.apply(new RunningRelay(port));
      return outcome
          .answer()
          .orElseThrow(() -> new AssertionError(nickname + ": " + outcome.summary()));
    }
  }

  void stop() {
    process.stop(Duration.ofSeconds(3));
  }
}
