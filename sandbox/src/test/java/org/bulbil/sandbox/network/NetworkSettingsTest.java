package org.bulbil.sandbox.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.bulbil.tor.TorVersion;
import org.bulbil.tor.process.TorBinary;
import org.bulbil.tor.process.TorrcLine;
import org.bulbil.wire.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tor would refuse only after a while is refused at once, with the rule. */
class NetworkSettingsTest {

  private static final TorBinary TOR =
      new TorBinary(Path.of("/usr/bin/tor"), new TorVersion(0, 4, 9, 11));

  @ParameterizedTest
  @CsvSource({
    "4,20,2,2",
    "7,20,2,2",
    "10,9,2,2",
    "10,70,2,2",
    "10,20,1,2",
    "10,20,5,5",
    "5,20,3,2"
  })
  void aPaceThatTorRefusesIsRefused(int first, int interval, int vote, int distribution) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Pace(first, interval, vote, distribution))
        .withMessageContaining("must");
  }

  @Test
  void aNewRelayWaitsAtMostOneVote() {
    assertThat(Pace.USUAL.longestWait()).hasSeconds(27);
  }

  @Test
  void everyPartHasAnAddressOfItsOwnBlock() {
    var addresses = new Addresses(settings(201));
    assertThat(
            List.of(
                addresses.authorityOr(1),
                addresses.authorityDir(3),
                addresses.exit(),
                addresses.socks(),
                addresses.web()))
        .extracting(Endpoint::text)
        .containsExactly(
            "127.201.0.1:9001",
            "127.201.0.3:9030",
            "127.201.0.4:9001",
            "127.201.0.5:9050",
            "127.201.1.80:18080");
  }

  @Test
  void anAddressThatIsTakenIsFoundBeforeAnythingStarts() throws IOException {
    var addresses = new Addresses(settings(202));
    assertThat(addresses.firstTaken()).isEmpty();
    try (var squatter = new ServerSocket()) {
      squatter.bind(new InetSocketAddress("127.202.0.2", 9030));
      assertThat(addresses.firstTaken().map(Endpoint::text)).contains("127.202.0.2:9030");
    }
  }

  @Test
  void theExitReachesNothingOutsideThisMachine() {
    var exit = new InetSocketAddress("127.77.0.4", 9001);
    assertThat(Torrcs.exit(exit, 18080, Path.of("/tmp/none")))
        .extracting(TorrcLine::text)
        .contains("OutboundBindAddressExit 127.77.0.4", "ServerDNSResolvConfFile /tmp/none");
  }

  private static NetworkSettings settings(int block) {
    return NetworkSettings.usual(Path.of("/tmp/none"), TOR).with(new Loopback(block));
  }
}
