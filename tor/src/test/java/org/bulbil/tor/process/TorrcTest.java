package org.bulbil.tor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A torrc says what its settings say, is never an exit, and nothing can smuggle a line into it. */
class TorrcTest {

  private static final RelaySettings PLAIN =
      new RelaySettings(
          new TorFolder(Path.of("/var/lib/bulbil/tor")),
          new Nickname("bulbil1"),
          new InetSocketAddress(InetAddress.ofLiteral("203.0.113.9"), 9001),
          new ContactText("email:a[]b.test btc:bc1qxyz ciissversion:2"),
          BandwidthLimit.steady(Bandwidth.ofKilobytes(1000)));

  @Test
  void aRelayIsNeverAnExit() {
    assertThat(Torrc.relay(PLAIN).text())
        .contains("\nExitRelay 0\n", "\nExitPolicy reject *:*\n", "\nExitPolicy reject6 *:*\n")
        .contains("\nSocksPort 0\n")
        .doesNotContain("accept");
  }

  @Test
  void theSettingsAreWritten() {
    assertThat(Torrc.relay(PLAIN).text())
        .startsWith("DataDirectory /var/lib/bulbil/tor\n")
        .contains("\nControlSocket /var/lib/bulbil/tor/control.sock\n")
        .contains("\nNickname bulbil1\n")
        .contains("\nORPort 203.0.113.9:9001 IPv4Only\n")
        .contains("\nContactInfo \"email:a[]b.test btc:bc1qxyz ciissversion:2\"\n")
        .contains("\nRelayBandwidthRate 1000000 bytes\n")
        .contains("\nFamilyId *\n")
        .doesNotContain("Accounting", "MyFamily");
  }

  @Test
  void capKinAndExtraLinesAreWritten() {
    var kin = new Fingerprint("F8E9F7D30ED7F541FD248945FAA2B593AD5E584D");
    var settings =
        PLAIN
            .withCap(new TrafficCap(5_000_000_000_000L, TrafficCap.Counting.OUTGOING))
            .withKin(List.of(kin))
            .withExtra(List.of(new TorrcLine("TestingTorNetwork 1")));
    assertThat(Torrc.relay(settings).text())
        .contains("\nAccountingMax 5000000000000 bytes\n", "\nAccountingRule out\n")
        .contains("\nMyFamily $F8E9F7D30ED7F541FD248945FAA2B593AD5E584D\n")
        .endsWith("\nTestingTorNetwork 1\n");
  }

  @Test
  void tracksAreCountedForThisMachineAlone() {
    var loopback = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 9035);
    assertThat(Torrc.relay(PLAIN.withMetrics(loopback)).text())
        .contains("\nMetricsPort 127.0.0.1:9035\nMetricsPortPolicy accept 127.0.0.0/8\n");
    assertThat(Torrc.relay(PLAIN).text()).doesNotContain("MetricsPort");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAIN.withMetrics(PLAIN.orPort()))
        .withMessageContaining("this machine alone");
  }

  @Test
  void quotesAndBackslashesInAContactMeanThemselves() {
    var settings =
        new RelaySettings(
            PLAIN.folder(),
            PLAIN.nickname(),
            PLAIN.orPort(),
            new ContactText("a \"b\" \\ # c"),
            PLAIN.bandwidth());
    assertThat(Torrc.relay(settings).text()).contains("\nContactInfo \"a \\\"b\\\" \\\\ # c\"\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\nExitRelay 1", "a\rb", "tab\t", "Jürgen", "nul\0"})
  void anImproperContactIsRefused(String contact) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ContactText(contact));
  }

  @Test
  void aContactThatIsTooLongIsRefusedWithItsLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ContactText("x".repeat(1001)))
        .withMessageContaining("1001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A 1\nB 2", "A 1\r", "# comment", " A 1", "A é", "A\t1"})
  void anExtraLineIsOneLine(String line) {
    assertThatIllegalArgumentException().isThrownBy(() -> new TorrcLine(line));
  }

  @Test
  void aFolderTooDeepForASocketIsRefusedWithTheWayOut() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TorFolder(Path.of("/" + "deep/".repeat(20))))
        .withMessageContaining("shorter path");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TorFolder(Path.of("/with blank/tor")));
  }

  @Test
  void aRateBelowWhatTorAcceptsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BandwidthLimit.steady(Bandwidth.ofKilobytes(50)))
        .withMessageContaining("76800");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new BandwidthLimit(Bandwidth.ofKilobytes(200), Bandwidth.ofKilobytes(100)));
  }

  @Test
  void anIpv6AddressIsWrittenInBrackets() {
    var settings =
        new RelaySettings(
            PLAIN.folder(),
            PLAIN.nickname(),
            new InetSocketAddress(InetAddress.ofLiteral("2001:db8::1"), 443),
            PLAIN.contact(),
            PLAIN.bandwidth());
    assertThat(Torrc.relay(settings).text())
        .contains("\nORPort [2001:db8:0:0:0:0:0:1]:443 IPv6Only");
  }
}
