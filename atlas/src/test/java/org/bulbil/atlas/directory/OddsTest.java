package org.bulbil.atlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.security.GeneralSecurityException;
import java.time.Instant;
import org.bulbil.tor.testing.PaperRelay;
import org.junit.jupiter.api.Test;

/** The odds of a relay are its weight for a position over everybody's. */
class OddsTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final PaperRelay guard = new PaperRelay();
  private final PaperRelay middle = new PaperRelay();
  private final PaperRelay exit = new PaperRelay();
  private final PaperRelay bad = new PaperRelay();
  private final PaperRelay down = new PaperRelay();

  OddsTest() throws GeneralSecurityException {}

  private PaperConsensus consensus() throws GeneralSecurityException {
    return new PaperConsensus(NOON)
        .with(guard, "guard", "Fast Guard Running Valid", 400)
        .with(middle, "middle", "Running Valid", 200)
        .with(exit, "exit", "Exit Running Valid", 300)
        .with(bad, "bad", "BadExit Exit Running Valid", 100)
        .with(down, "down", "Valid", 1000);
  }

  @Test
  void positionsAreWeightedAsTheConsensusSays() throws GeneralSecurityException {
    var odds = Odds.of(consensus().read());
    assertThat(odds.get(guard.fingerprint())).isEqualTo(new Odds(0.4, 1, 0.4, 0));
    assertThat(odds.get(middle.fingerprint())).isEqualTo(new Odds(0.2, 0, 0.4, 0));
    assertThat(odds.get(exit.fingerprint())).isEqualTo(new Odds(0.3, 0, 0, 1));
    assertThat(odds.get(bad.fingerprint())).isEqualTo(new Odds(0.1, 0, 0.2, 0));
    assertThat(odds).doesNotContainKey(down.fingerprint());
  }

  @Test
  void withoutFactorsEveryPositionCountsWhole() throws GeneralSecurityException {
    var consensus = consensus();
    consensus.weights = "";
    var odds = Odds.of(consensus.read());
    assertThat(odds.get(guard.fingerprint())).isEqualTo(new Odds(0.4, 1, 0.4, 0));
    assertThat(odds.get(exit.fingerprint())).isEqualTo(new Odds(0.3, 0, 0.3, 1));
  }

  @Test
  void ofARealConsensusTheyAddUpToOne() {
    var odds = Odds.of(Recorded.consensus()).values();
    assertThat(odds).hasSize(6088);
    assertThat(odds.stream().mapToDouble(Odds::fraction).sum()).isEqualTo(1, within(1e-9));
    assertThat(odds.stream().mapToDouble(Odds::guard).sum()).isEqualTo(1, within(1e-9));
    assertThat(odds.stream().mapToDouble(Odds::middle).sum()).isEqualTo(1, within(1e-9));
    assertThat(odds.stream().mapToDouble(Odds::exit).sum()).isEqualTo(1, within(1e-9));
  }
}
