package org.bulbil.agent.survive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever the world does, no money is lost, paid twice or held up; and where a protection is taken
 * away, that is found. {@code -Dlives=1000 -Dseed=7} tries others; bench/survive many.
 */
class SurviveTest {

  private static final Duration LENGTH = Duration.ofDays(180);
  private static final int LIVES_UNTIL_FOUND = 400;

  @BeforeAll
  static void hear() {
    Complaints.hear();
  }

  private static Options options(int lives, Optional<Protection> without) {
    return new Options(lives, LENGTH, Long.getLong("seed", 20_261_122), 2, false, without);
  }

  @Test
  void noLifeBreaksAnInvariant() throws InterruptedException {
    var run =
        new Run(options(Integer.getInteger("lives", 200), Optional.empty()), Life.Listener.NOBODY)
            .all();
    assertThat(run.failures()).isEmpty();
    assertThat(Happening.values())
        .as("everything that is counted happens")
        .allSatisfy(
            happening -> assertThat(run.tally().of(happening)).as(happening.words()).isPositive());
  }

  @ParameterizedTest
  @EnumSource(Protection.class)
  void aMissingProtectionIsFound(Protection missing) throws InterruptedException {
    var run = new Run(options(LIVES_UNTIL_FOUND, Optional.of(missing)), Life.Listener.NOBODY).all();
    assertThat(run.failures()).isNotEmpty();
  }

  @Test
  void theSameSeedIsTheSameLife() throws InterruptedException {
    var once = new Run(options(3, Optional.empty()), Life.Listener.NOBODY).all();
    var again = new Run(options(3, Optional.empty()), Life.Listener.NOBODY).all();
    assertThat(again.digest()).isEqualTo(once.digest());
  }
}
