package org.bulbil.tor.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.junit.jupiter.api.Test;

/** What the real network once published is read whole, with the counts that grep finds. */
class RecordedDocumentsTest {

  @Test
  void aRealConsensusIsReadWhole() throws IOException {
    var consensus = consensus("2022-11-19-10-00-00-consensus.xz");
    assertThat(consensus.skipped()).isEmpty();
    assertThat(consensus.relays()).hasSize(6088);
    assertThat(consensus.running()).hasSize(6088);
    assertThat(count(consensus, Flag.EXIT)).isEqualTo(1438);
    assertThat(count(consensus, Flag.GUARD)).isEqualTo(3020);
    assertThat(consensus.relays()).filteredOn(relay -> !relay.measured()).hasSize(9);
    assertThat(consensus.relays().stream().mapToInt(relay -> relay.furtherAddresses().size()).sum())
        .isEqualTo(2686);
    assertThat(
            consensus.relays().stream()
                .mapToLong(relay -> relay.weight().kilobytesPerSecond())
                .sum())
        .isEqualTo(94_115_156);
  }

  @Test
  void itsTimesAndWeightsAreRead() throws IOException {
    var consensus = consensus("2022-11-19-10-00-00-consensus.xz");
    assertThat(consensus.validAfter()).isEqualTo(Instant.parse("2022-11-19T10:00:00Z"));
    assertThat(consensus.freshUntil()).isEqualTo(Instant.parse("2022-11-19T11:00:00Z"));
    assertThat(consensus.validUntil()).isEqualTo(Instant.parse("2022-11-19T13:00:00Z"));
    assertThat(consensus.positionWeights()).hasSize(19).containsEntry("Wgg", 9611);
  }

  @Test
  void oneOfItsRelaysIsAsWritten() throws IOException {
    var relay =
        consensus("2022-11-19-10-00-00-consensus.xz").named(new Nickname("titamon3")).getFirst();
    assertThat(relay.fingerprint())
        .isEqualTo(Fingerprint.parse("0011254CC8444369B20EF11156B8990438221A54"));
    assertThat(relay.address().getHostAddress()).isEqualTo("178.218.144.18");
    assertThat(relay.orPort()).isEqualTo(443);
    assertThat(relay.version()).hasToString("Optional[0.4.7.10]");
    assertThat(relay.weight().kilobytesPerSecond()).isEqualTo(38_000);
    assertThat(relay.exitPorts()).startsWith("accept 20-23,43,53");
  }

  @Test
  void anOlderSmallConsensusIsReadWhole() throws IOException {
    var text = Recorded.document("metrics-lib-2017-07-17-17-00-00-consensus");
    var outcome = Consensus.parse(text);
    if (outcome instanceof Outcome.Done<Consensus>(Consensus consensus)) {
      assertThat(consensus.relays()).hasSize(text.split("\nr ", -1).length - 1);
      assertThat(consensus.skipped()).isEmpty();
    } else {
      assertThat(outcome.summary()).contains("cut off");
    }
  }

  @Test
  void everyRecordedDescriptorIsReadAndItsSignatureIsGood() throws IOException {
    var read = ServerDescriptors.parse(Recorded.document("2014-12-08-server-descriptors-867.xz"));
    assertThat(read.skipped()).isEmpty();
    assertThat(read.descriptors()).hasSize(867);
    assertThat(read.descriptors()).filteredOn(relay -> !relay.contact().isEmpty()).hasSize(451);
    assertThat(read.descriptors()).filteredOn(relay -> !relay.family().isEmpty()).hasSize(129);
    assertThat(read.descriptors())
        .allSatisfy(
            relay -> assertThat(DescriptorSignature.check(relay)).isInstanceOf(Outcome.Done.class));
  }

  @Test
  void descriptorsWithEd25519AreReadAndTheirSignaturesAreGood() throws IOException {
    var read =
        ServerDescriptors.parse(
            Recorded.document("metrics-lib-2017-07-17-17-20-00-server-descriptors"));
    assertThat(read.descriptors()).hasSizeGreaterThan(1);
    assertThat(read.descriptors())
        .allSatisfy(
            relay -> assertThat(DescriptorSignature.check(relay)).isInstanceOf(Outcome.Done.class));
    assertThat(read.descriptors()).anyMatch(relay -> !relay.identity().isEmpty());
  }

  @Test
  void oneOfTheDescriptorsIsAsWritten() throws IOException {
    var relay =
        ServerDescriptors.parse(Recorded.document("2014-12-08-server-descriptors-867.xz"))
            .descriptors()
            .get(1);
    assertThat(relay.nickname()).hasToString("torgw2torulethemall");
    assertThat(relay.contact()).isEqualTo("ZeeDoktor <zeedoktor@inside.net>");
    assertThat(relay.uptime()).hasSeconds(6_181_806);
    assertThat(relay.bandwidth().advertised().bytesPerSecond()).isEqualTo(256_000);
    assertThat(relay.published()).isEqualTo(Instant.parse("2014-12-08T14:01:32Z"));
    assertThat(relay.platform()).isEqualTo("Tor 0.2.5.8-rc on Linux");
    assertThat(Collections.max(relay.family())).startsWith("$F6B4CEC7");
  }

  private static Consensus consensus(String name) throws IOException {
    return Consensus.parse(Recorded.document(name)).answer().orElseThrow();
  }

  private static long count(Consensus consensus, Flag flag) {
    return consensus.relays().stream().filter(relay -> relay.has(flag)).count();
  }
}
