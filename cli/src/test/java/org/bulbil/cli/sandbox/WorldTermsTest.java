package org.bulbil.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What agents of a sandbox are told of its time. */
class WorldTermsTest {

  /** A lost answer once kept a rich server of eight-second days from renewing until it died. */
  @ParameterizedTest
  @CsvSource({"8, 1, 3", "10, 1, 3", "30, 1, 5", "60, 3, 10", "86400, 4320, 10"})
  void whoeverHasLostAnAnswerAsksAgainLongBeforeALeaseEnds(long day, long beat, long answer) {
    var rhythm = new WorldTerms(day, 1, "tor", 8080, "", 1, List.of()).rhythm();
    assertThat(rhythm.heartbeat()).isEqualTo(Duration.ofSeconds(beat));
    assertThat(rhythm.answer()).isEqualTo(Duration.ofSeconds(answer));
    assertThat(rhythm.lateAnswer()).isLessThan(Duration.ofSeconds(2 * day));
  }
}
