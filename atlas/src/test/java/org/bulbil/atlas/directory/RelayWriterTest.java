package org.bulbil.atlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.directory.ServerDescriptors;
import org.bulbil.tor.testing.PaperRelay;
import org.junit.jupiter.api.Test;

/** Details say what the directory says now, and remember what it said before. */
class RelayWriterTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String FLAGS = "Fast Running Valid";

  private final PaperRelay relay = new PaperRelay();
  private final PaperRelay other = new PaperRelay();

  RelayWriterTest() throws GeneralSecurityException {}

  @Test
  void everyFieldIsWritten() throws GeneralSecurityException {
    var read = write(NOON, List.of(), relay).getFirst();
    assertThat(read.nickname()).isEqualTo("bulbil1");
    assertThat(read.fingerprint()).isEqualTo(relay.fingerprint().value());
    assertThat(read.orAddresses()).containsExactly("127.77.0.4:9001");
    assertThat(read.firstSeen()).isEqualTo("2026-11-22 12:00:00");
    assertThat(read.lastSeen()).isEqualTo("2026-11-22 12:00:00");
    assertThat(read.running()).isTrue();
    assertThat(read.flags()).containsExactly("Fast", "Running", "Valid");
    assertThat(read.contact()).isEqualTo("btc:bcrt1qxyz");
    assertThat(read.platform()).isEqualTo("Tor 0.4.9.11 on Linux");
    assertThat(read.version()).isEqualTo("0.4.9.11");
    assertThat(read.versionStatus()).isEqualTo("recommended");
    assertThat(read.recommendedVersion()).isTrue();
    assertThat(read.lastRestarted()).isEqualTo("2026-11-22 17:59:18");
    assertThat(read.advertisedBandwidth()).isEqualTo(512_000);
    assertThat(read.exitPolicy()).containsExactly("reject *:*");
    assertThat(read.exitPolicySummary()).containsEntry("reject", List.of("1-65535"));
    assertThat(read.consensusWeight()).isEqualTo(270);
    assertThat(read.consensusWeightFraction()).isEqualTo(1);
    assertThat(read.measured()).isTrue();
    assertThat(read.country()).isNull();
    assertThat(read.hibernating()).isNull();
  }

  @Test
  void anAddressThatChangedIsRemembered() throws GeneralSecurityException {
    var first = write(NOON, List.of(), relay);
    var same = write(NOON.plusSeconds(3600), first, relay).getFirst();
    assertThat(same.firstSeen()).isEqualTo("2026-11-22 12:00:00");
    assertThat(same.lastSeen()).isEqualTo("2026-11-22 13:00:00");
    assertThat(same.lastChangedAddressOrPort()).isEqualTo("2026-11-22 12:00:00");
    relay.address = "127.77.0.9";
    var moved = write(NOON.plusSeconds(7200), List.of(same), relay).getFirst();
    assertThat(moved.firstSeen()).isEqualTo("2026-11-22 12:00:00");
    assertThat(moved.lastChangedAddressOrPort()).isEqualTo("2026-11-22 14:00:00");
  }

  @Test
  void whoHasLeftIsKeptForAWeek() throws GeneralSecurityException {
    var both = write(NOON, List.of(), relay, other);
    var later = write(NOON.plus(Duration.ofDays(7)), both, relay);
    assertThat(later).hasSize(2);
    var gone = later.get(1);
    assertThat(gone.fingerprint()).isEqualTo(other.fingerprint().value());
    assertThat(gone.running()).isFalse();
    assertThat(gone.flags()).containsExactly("Fast", "Valid");
    assertThat(gone.consensusWeightFraction()).isNull();
    assertThat(gone.contact()).isEqualTo("btc:bcrt1qxyz");
    assertThat(write(NOON.plus(Duration.ofDays(7)).plusSeconds(1), both, relay)).hasSize(1);
  }

  @Test
  void aForgedDescriptorSaysNothing() throws GeneralSecurityException {
    var forged = relay.descriptor("bulbil1", "mine").replace("contact mine", "contact yours");
    var view =
        NetworkView.of(
            new PaperConsensus(NOON).with(relay, "bulbil1", FLAGS, 1).read(),
            ServerDescriptors.parse(forged).descriptors());
    assertThat(view.forged()).isEqualTo(1);
    assertThat(RelayWriter.write(view, List.of()).getFirst().contact()).isNull();
  }

  @Test
  void withoutANewerDescriptorTheFormerWordsStand() throws GeneralSecurityException {
    var before = write(NOON, List.of(), relay);
    var consensus = new PaperConsensus(NOON.plusSeconds(3600)).with(relay, "bulbil1", FLAGS, 1);
    var view = NetworkView.of(consensus.read(), List.of());
    assertThat(RelayWriter.write(view, before).getFirst().contact()).isEqualTo("btc:bcrt1qxyz");
  }

  /** Written twice it is the same. */
  @Test
  void aRealConsensusIsWrittenWhole() {
    var view = NetworkView.of(Recorded.consensus(), List.of());
    var written = RelayWriter.write(view, List.of());
    assertThat(written).hasSize(6088);
    assertThat(written)
        .filteredOn(it -> it.nickname().equals("titamon3"))
        .anySatisfy(it -> assertThat(it.versionStatus()).isEqualTo("recommended"));
    assertThat(RelayWriter.write(view, written)).isEqualTo(written);
  }

  private static List<RelayDetails> write(
      Instant when, List<RelayDetails> before, PaperRelay... relays)
      throws GeneralSecurityException {
    var consensus = new PaperConsensus(when);
    var descriptors = new ArrayList<ServerDescriptor>();
    for (var relay : relays) {
      consensus.with(relay, "bulbil1", FLAGS, 270);
      descriptors.addAll(
          ServerDescriptors.parse(relay.descriptor("bulbil1", "btc:bcrt1qxyz")).descriptors());
    }
    return RelayWriter.write(NetworkView.of(consensus.read(), descriptors), before);
  }
}
