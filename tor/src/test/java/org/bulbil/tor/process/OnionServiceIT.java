package org.bulbil.tor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.MachineTime;
import org.bulbil.core.time.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real tor makes the name of an onion service, and makes the same one again. */
class OnionServiceIT {

  private static final InetSocketAddress SERVER =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 8080);

  /** Nobody is connected to. */
  private static final List<TorrcLine> OFFLINE = List.of(new TorrcLine("DisableNetwork 1"));

  private final TorBinary binary = installed();

  @TempDir private Path home;

  private static TorBinary installed() {
    var found = TorBinary.find(System.getenv("PATH"));
    return found.answer().orElseGet(() -> abort(found.summary()));
  }

  private Outcome<OnionService> publish(List<TorrcLine> lines) throws Exception {
    return OnionService.publish(binary, new TorFolder(home.resolve("tor")), SERVER, lines, TIME);
  }

  @Test
  void itsNameIsKept() throws Exception {
    var first = publish(OFFLINE).answer().orElseThrow();
    var name = first.uri();
    first.close();
    assertThat(name.toString()).matches("http://[a-z2-7]{56}\\.onion");
    try (var again = publish(OFFLINE).answer().orElseThrow()) {
      assertThat(again.uri()).isEqualTo(name);
    }
  }

  @Test
  void whyTorDoesNotStartIsSaid() throws Exception {
    assertThat(publish(List.of(new TorrcLine("NoSuchOption 1"))))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void onlyWhatListensOnLoopbackIsPublished() {
    var open = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 8080);
    assertThatThrownBy(
            () ->
                OnionService.publish(
                    binary, new TorFolder(home.resolve("tor")), open, OFFLINE, TIME))
        .hasMessageContaining("loopback");
  }

  private static final Time TIME = new MachineTime();
}
