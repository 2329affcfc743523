package org.bulbil.tor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.family.FamilyKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a relay's settings say together, tor takes the torrc. */
class TorrcVerifyIT {

  private static final InetSocketAddress METRICS =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 9035);

  private final TorBinary tor = installed();

  @TempDir private Path home;

  private static TorBinary installed() {
    var found = TorBinary.find(System.getenv("PATH"));
    return found.answer().orElseGet(() -> abort(found.summary()));
  }

  private static RelaySettings plain(String address) {
    return new RelaySettings(
        new TorFolder(Path.of("/replaced")),
        new Nickname("bulbil1"),
        new InetSocketAddress(InetAddress.ofLiteral(address), 9001),
        new ContactText("email:a[]b.test btc:bc1qxyz \"quoted\" #1 ciissversion:2"),
        new BandwidthLimit(Bandwidth.ofKilobytes(180), Bandwidth.ofKilobytes(3_600)));
  }

  private static List<Fingerprint> kin(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Fingerprint("%040X".formatted(i))).toList();
  }

  /** Every cap with every number of relatives, with and without a MetricsPort. */
  static Stream<RelaySettings> all() {
    var all = new ArrayList<RelaySettings>();
    for (int relatives : new int[] {0, 1, 64}) {
      var relay = plain("203.0.113.9").withKin(kin(relatives));
      all.add(relay);
      all.add(relay.withMetrics(METRICS));
      for (var counting : TrafficCap.Counting.values()) {
        var capped = relay.withCap(new TrafficCap(1_000_000_000_000L, counting));
        all.add(capped);
        all.add(capped.withMetrics(METRICS));
      }
    }
    return all.stream();
  }

  private Outcome<String> verify(RelaySettings wanted) throws IOException {
    var folder = new TorFolder(home.resolve("tor")).create();
    FamilyKey.fresh(new Random(1)).write(folder.keys(), "bulbil");
    var lines = Torrc.relay(wanted).text().replace("/replaced", folder.path().toString());
    Files.writeString(folder.torrc(), lines);
    var command =
        List.of(
            tor.path().toString(),
            "--defaults-torrc",
            "/dev/null",
            "-f",
            folder.torrc().toString(),
            "--verify-config");
    return new Program(command, Duration.ofSeconds(30)).run(home, "");
  }

  @ParameterizedTest
  @MethodSource("all")
  void torTakesIt(RelaySettings settings) throws IOException {
    var answer = verify(settings);
    assertThat(answer.answer()).as(answer.summary()).isPresent();
    assertThat(answer.answer().orElseThrow()).contains("Configuration was valid");
  }

  /** Why a server without IPv4 is of no use to us. */
  @Test
  void itRefusesARelayWithoutIpv4() throws IOException {
    assertThat(verify(plain("2001:db8::1")).summary()).contains("IPv4");
  }

  @Test
  void itRefusesWhatIsWrong() throws IOException {
    var wrong = plain("203.0.113.9").withExtra(List.of(new TorrcLine("AccountingRule never")));
    assertThat(verify(wrong)).isInstanceOf(Outcome.Refused.class);
  }
}
