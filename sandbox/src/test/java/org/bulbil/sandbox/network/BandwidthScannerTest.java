package org.bulbil.sandbox.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.directory.Flag;
import org.bulbil.tor.directory.RouterStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights are what was measured of running relays, and what was not measured is not made up. */
class BandwidthScannerTest {

  private static final Fingerprint SLOW = new Fingerprint("A".repeat(40));
  private static final Fingerprint FAST = new Fingerprint("B".repeat(40));
  private static final Fingerprint EXIT = new Fingerprint("C".repeat(40));
  private static final Fingerprint AUTHORITY = new Fingerprint("D".repeat(40));
  private static final Fingerprint DEAD = new Fingerprint("E".repeat(40));

  private static final List<RouterStatus> ALL =
      List.of(
          status(SLOW, Flag.RUNNING),
          status(FAST, Flag.RUNNING),
          status(EXIT, Flag.RUNNING, Flag.EXIT),
          status(AUTHORITY, Flag.RUNNING, Flag.AUTHORITY),
          status(DEAD, Flag.VALID));

  private final Map<Fingerprint, Long> kilobytesPerSecond = new HashMap<>();
  private final List<Fingerprint> probed = new ArrayList<>();

  @TempDir Path folder;

  @BeforeEach
  void speeds() {
    kilobytesPerSecond.put(SLOW, 100L);
    kilobytesPerSecond.put(FAST, 5000L);
  }

  @Test
  void onlyRunningRelaysAreMeasuredAndTheExitCountsAsTheFastest() throws Exception {
    scanner().pass(ALL, Map.of());
    assertThat(probed).containsExactly(SLOW, FAST);
    assertThat(file())
        .startsWith("1700000000\nversion=1.4.0\n")
        .contains("=====\nbw=100 node_id=$" + SLOW, "bw=5000 node_id=$" + FAST)
        .contains("bw=5000 node_id=$" + EXIT)
        .doesNotContain(AUTHORITY.value(), DEAD.value());
  }

  @Test
  void noneCountsForMoreThanItAllows() throws Exception {
    var speeds = scanner().pass(ALL, Map.of(FAST, Bandwidth.ofKilobytes(800)));
    assertThat(speeds)
        .containsEntry(FAST, Bandwidth.ofKilobytes(800))
        .containsEntry(SLOW, Bandwidth.ofKilobytes(100));
  }

  @Test
  void theMeanOfTheLastThreeCounts() throws Exception {
    var scanner = scanner();
    for (long speed : new long[] {9000, 100, 200, 300}) {
      kilobytesPerSecond.put(SLOW, speed);
      scanner.pass(ALL, Map.of());
    }
    assertThat(file()).contains("bw=200 node_id=$" + SLOW);
  }

  @Test
  void oneThatFailsKeepsItsSpeedAndOneThatNeverWorkedHasNone() throws Exception {
    var scanner = scanner();
    scanner.pass(ALL, Map.of());
    kilobytesPerSecond.clear();
    assertThat(scanner.pass(ALL, Map.of())).containsOnlyKeys(SLOW, FAST);
    assertThat(scanner().pass(ALL, Map.of())).isEmpty();
  }

  @Test
  void oneThatLeftTheConsensusIsForgotten() throws Exception {
    var scanner = scanner();
    scanner.pass(ALL, Map.of());
    assertThat(scanner.pass(ALL.subList(0, 1), Map.of())).containsOnlyKeys(SLOW);
  }

  private BandwidthScanner scanner() {
    return new BandwidthScanner(
        this::probe, new BandwidthFile(folder.resolve("bandwidth")), new StillTime());
  }

  private Outcome<Fetched> probe(Fingerprint relay, Fetch.Budget budget) {
    probed.add(relay);
    return Optional.ofNullable(kilobytesPerSecond.get(relay))
        .map(speed -> Outcome.done(fetched(speed)))
        .orElse(Outcome.unknown("no circuit"));
  }

  private static Fetched fetched(long speed) {
    return new Fetched(speed * 1000, "", Duration.ZERO, Duration.ofSeconds(1));
  }

  private String file() throws IOException {
    return Files.readString(folder.resolve("bandwidth"));
  }

  private static RouterStatus status(Fingerprint fingerprint, Flag... flags) {
    return new RouterStatus(
        new Nickname("r"),
        fingerprint,
        "",
        Instant.EPOCH,
        InetAddress.ofLiteral("127.77.2.1"),
        9001,
        0,
        List.of(),
        Set.of(flags),
        Optional.empty(),
        new Bandwidth(0),
        false,
        "");
  }

  /** Waits for nothing. */
  private static final class StillTime implements Time {

    @Override
    public Instant now() {
      return Instant.ofEpochSecond(1_700_000_000);
    }

    @Override
    public void pause(Duration length) {}
  }
}
