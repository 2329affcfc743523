package org.bulbil.tor.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.testing.PaperRelay;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What relays count of themselves is read, bounded, and believed only with their signature. */
class ExtraInfosTest {

  private static final String WRITTEN = "write-history 2026-11-22 18:00:00 (86400 s) 100,200,300\n";

  private static PaperRelay relay;
  private static ServerDescriptor descriptor;
  private static String good;

  @BeforeAll
  static void sign() throws GeneralSecurityException {
    relay = new PaperRelay();
    descriptor =
        ServerDescriptors.parse(relay.descriptor("bulbil1", "none")).descriptors().getFirst();
    good = relay.extraInfo("bulbil1", WRITTEN + "read-history 2026-11-22 18:00:00 (86400 s)\n");
  }

  @Test
  void realOnesAreReadWhole() throws IOException {
    var read = ExtraInfos.parse(Recorded.document("metrics-lib-2017-07-17-17-20-00-extra-infos"));
    assertThat(read.skipped()).isEmpty();
    assertThat(read.infos()).hasSize(6);
    var first = read.infos().getFirst();
    assertThat(first.nickname()).hasToString("Laika");
    var written = first.written().orElseThrow();
    assertThat(written.end()).isEqualTo(Instant.parse("2017-07-17T16:13:02Z"));
    assertThat(written.interval()).isEqualTo(Duration.ofHours(4));
    assertThat(written.bytes()).hasSize(6).startsWith(56013945856L).endsWith(54400697344L);
    assertThat(written.begin()).isEqualTo(Instant.parse("2017-07-16T16:13:02Z"));
  }

  @Test
  void aHistoryWithoutCountsIsNone() {
    var info = ExtraInfos.parse(good).infos().getFirst();
    assertThat(info.written().orElseThrow().bytes()).containsExactly(100L, 200L, 300L);
    assertThat(info.read()).isEmpty();
  }

  @Test
  void onlyTheRelaysOwnSignatureCounts() throws GeneralSecurityException {
    assertThat(check(good)).isInstanceOf(Outcome.Done.class);
    assertThat(check(good.replace("300", "301"))).isInstanceOf(Outcome.Refused.class);
    var other = new PaperRelay();
    var stolen =
        other
            .extraInfo("bulbil1", WRITTEN)
            .replace(other.fingerprint().value(), relay.fingerprint().value());
    assertThat(check(stolen)).isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "write-history tomorrow (86400 s) 1",
        "write-history 2026-11-22 18:00:00 (0 s) 1",
        "write-history 2026-11-22 18:00:00 (99999999 s) 1",
        "write-history 2026-11-22 18:00:00 (60 s) 99999999999999999999",
      })
  void anImpossibleHistoryCostsOnlyItsEntry(String line) throws GeneralSecurityException {
    var read = ExtraInfos.parse(relay.extraInfo("bad", line + "\n") + good);
    assertThat(read.infos()).extracting(info -> info.nickname().value()).containsExactly("bulbil1");
    assertThat(read.skipped()).singleElement().satisfies(it -> assertThat(it.why()).isNotBlank());
  }

  @Test
  void aHistoryTooLongIsRefused() throws GeneralSecurityException {
    var line = "write-history 2026-11-22 18:00:00 (60 s) " + "7,".repeat(481) + "\n";
    assertThat(ExtraInfos.parse(relay.extraInfo("long", line)).infos()).isEmpty();
  }

  /** Whatever is cut off or changed, reading ends normally and nothing passes for genuine. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void garbledOnesNeverPass(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      var garbled = garbled(random);
      assertThat(ExtraInfos.parse(garbled).infos())
          .as("seed %d, round %d", seed, round)
          .allSatisfy(info -> assertThat(isUnchanged(info) || !isGenuine(info)).isTrue());
    }
  }

  private static String garbled(Random random) {
    if (random.nextBoolean()) {
      return good.substring(0, random.nextInt(good.length() - 1));
    }
    var letters = good.toCharArray();
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(good.indexOf("\nrouter-signature\n"));
      letters[at] = (char) (letters[at] ^ (1 + random.nextInt(255)));
    }
    return new String(letters);
  }

  private static boolean isUnchanged(ExtraInfo info) {
    return info.raw().startsWith(good.substring(0, good.indexOf("-----BEGIN")));
  }

  private static boolean isGenuine(ExtraInfo info) {
    return DescriptorSignature.check(info, descriptor) instanceof Outcome.Done;
  }

  private static Outcome<ExtraInfo> check(String text) {
    return DescriptorSignature.check(ExtraInfos.parse(text).infos().getFirst(), descriptor);
  }
}
