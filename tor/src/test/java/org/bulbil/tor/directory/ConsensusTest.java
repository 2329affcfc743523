package org.bulbil.tor.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A consensus is read whole or known to be cut off; a bad entry costs only itself. */
class ConsensusTest {

  private static final String GOOD =
      """
      network-status-version 3
      vote-status consensus
      valid-after 2026-11-22 18:00:00
      fresh-until 2026-11-22 18:00:20
      valid-until 2026-11-22 18:00:40
      server-versions 0.4.8.9,0.4.9.1-alpha
      known-flags Authority Exit Fast Guard Running Valid
      dir-source auth1 0232AF901C31A04EE9848595AF9BB7620D4C5B2E 127.77.0.1 127.77.0.1 9030 9001
      contact auth1
      vote-digest 73665E5C8B2ECE6978F80DB069FFE6E3C24F65C0
      r bulbil1 AAoQ1DAR6kkoo19hBAX5K0QztNw FF26jNpQfRpYdz65WYv+O9pFPtY 2038-01-01 00:00:00 127.77.0.4 9001 0
      a [fd77::4]:9001
      s Fast Running Valid Wonderful
      v Tor 0.4.9.11
      w Bandwidth=270
      p reject 1-65535
      r bulbil2 ABElTMhEQ2myDvERVriZBDgiGlQ y/fqWhmFHAgpsHc59tXyQKtcRks 2038-01-01 00:00:00 127.77.0.5 9001 0
      s Valid
      w Bandwidth=20 Unmeasured=1
      p reject 1-65535
      directory-footer
      bandwidth-weights Wbd=0 Wgg=9611
      directory-signature E8A9 0B53
      -----BEGIN SIGNATURE-----
      m17I
      -----END SIGNATURE-----
      """;

  @Test
  void flagsWeightsAndAddressesAreRead() {
    var consensus = Consensus.parse(GOOD).answer().orElseThrow();
    var first = consensus.relays().getFirst();
    assertThat(consensus.running()).containsExactly(first);
    assertThat(first.flags()).containsExactlyInAnyOrder(Flag.FAST, Flag.RUNNING, Flag.VALID);
    assertThat(first.furtherAddresses()).containsExactly("[fd77::4]:9001");
    assertThat(consensus.serverVersions()).containsExactly("0.4.8.9", "0.4.9.1-alpha");
    assertThat(first.measured()).isTrue();
    assertThat(consensus.relays().get(1).measured()).isFalse();
    assertThat(consensus.find(first.fingerprint())).contains(first);
  }

  @Test
  void aBadEntryIsNamedAndTheOthersStay() {
    var consensus =
        Consensus.parse(GOOD.replace("127.77.0.4 9001", "localhost 9001")).answer().orElseThrow();
    assertThat(consensus.relays()).extracting(r -> r.nickname().value()).containsExactly("bulbil2");
    assertThat(consensus.skipped())
        .singleElement()
        .satisfies(skipped -> assertThat(skipped.entry()).startsWith("r bulbil1 "));
  }

  @Test
  void aConsensusThatIsCutOffIsUnknownNotSmaller() {
    var cut = GOOD.substring(0, GOOD.indexOf("r bulbil2"));
    assertThat(Consensus.parse(cut).summary()).startsWith("unknown").contains("cut off");
  }

  @Test
  void anotherDocumentIsUnknown() {
    assertThat(Consensus.parse("<html>").summary()).contains("not a consensus");
  }

  @Test
  void aConsensusOfNobodyIsEmpty() {
    var empty =
        GOOD.substring(0, GOOD.indexOf("r bulbil1"))
            + GOOD.substring(GOOD.indexOf("directory-footer"));
    assertThat(Consensus.parse(empty).answer().orElseThrow().relays()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void garbledOnesEndAsAnOutcome(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      var letters = GOOD.toCharArray();
      letters[random.nextInt(letters.length)] = (char) random.nextInt(256);
      assertThat(Consensus.parse(new String(letters, 0, random.nextInt(letters.length))))
          .as("seed %d, round %d", seed, round)
          .isNotNull();
    }
  }
}
