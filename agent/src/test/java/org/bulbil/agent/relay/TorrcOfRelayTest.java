package org.bulbil.agent.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.settings.TestingSettings;
import org.bulbil.agent.tenancy.Home;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.contact.SystemFacts;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.money.Cents;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.process.BandwidthLimit;
import org.bulbil.tor.process.TorFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A relay's torrc follows from its plan and genome, and never lets a month cost more than paid. */
class TorrcOfRelayTest {

  private static final long LONGEST_MONTH = 31 * 86_400;

  private static Settings settings(int bandwidth) {
    var genome =
        Genome.founder("ewr", "p").encode().replace("bandwidth=80", "bandwidth=" + bandwidth);
    return new TestingSettings().genome(genome).settings();
  }

  private static Plan plan(double terabytes) {
    return new Plan("p", Cents.of(38), 1, 1024, 25, terabytes, true);
  }

  private static TorrcOfRelay relay(int bandwidth) {
    return new TorrcOfRelay(
        settings(bandwidth),
        new TorFolder(Path.of("/home/bulbil/tor")),
        new SystemFacts(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /** tor gives up directory service, and with it Guard, where its rate could reach the cap. */
  @ParameterizedTest
  @CsvSource({"0.5, 100", "1, 30", "1, 80", "1, 100", "2, 100", "32, 100", "1000, 100"})
  void theRateOfAWholeMonthStaysBelowTheCap(double terabytes, int bandwidth) {
    var plan = plan(terabytes);
    long rate = relay(bandwidth).bandwidth(plan).rate().bytesPerSecond();
    var cap = TorrcOfRelay.cap(plan).orElseThrow().bytesPerMonth();
    assertThat(cap).isEqualTo((long) (terabytes * 1e12));
    assertThat(rate * 2 * LONGEST_MONTH).isLessThan(cap);
  }

  /** Then the cap is what keeps the bill down: tor takes no rate below 75 kB/s. */
  @Test
  void onlyAPlanTooSmallForTorReachesItsCap() {
    assertThat(relay(80).bandwidth(plan(0.1)).rate()).isEqualTo(BandwidthLimit.SLOWEST);
    assertThat(TorrcOfRelay.cap(plan(0.1))).isPresent();
    assertThat(TorrcOfRelay.cap(plan(0))).isEmpty();
  }

  @Test
  void itSaysFamilyCapAndMetricsOnLoopback() {
    var kin = new Fingerprint("B".repeat(40));
    var card =
        new Card(
            "bc1qtt04zfgjxg7lpqhk9vk8hnmnwf88ucwww5arsd",
            Optional.of(new FamilyId("A".repeat(43))),
            List.of(kin));
    var text = relay(80).torrc(home(), "203.0.113.5", card).text();
    assertThat(text)
        .contains("\nFamilyId *\n", "\nMyFamily $" + kin + "\n")
        .contains("\nAccountingStart month 1 00:00\nAccountingRule sum\n")
        .contains("\nAccountingMax 1000000000000 bytes\n")
        .contains("\nMetricsPort 127.0.0.1:9035\n");
    assertThat(relay(80).torrc(home(), "127.80.0.5", card).text())
        .contains("\nMetricsPort 127.80.0.5:9035\n");
  }

  private static Home home() {
    var lease =
        new Lease(
            new LeaseId("1"),
            new Hostname("bulbil1"),
            "p",
            "ewr",
            Optional.of("203.0.113.5"),
            Instant.EPOCH,
            Lease.State.RUNNING);
    return new Home(lease, plan(1), Optional.empty());
  }
}
