package org.bulbil.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.core.time.Day;
import org.junit.jupiter.api.Test;

/** A row of failures leads to pauses that grow and stay bounded; one answer ends them. */
class HealthTest {

  private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
  private static final Duration HEARTBEAT = Duration.ofMinutes(10);
  private static final Quarantine USUAL = Quarantine.of(HEARTBEAT, Day.REAL);

  private static Health failed(int times) {
    var health = Health.UNKNOWN.answered(NOW);
    for (int i = 0; i < times; i++) {
      health = health.failed(NOW, "no answer in time", USUAL);
    }
    return health;
  }

  @Test
  void aFewFailuresAreNothing() {
    assertThat(failed(Quarantine.PATIENCE - 1).isQuarantined(NOW)).isFalse();
  }

  @Test
  void pausesDoubleUpToAQuarterOfADay() {
    for (int more = 0; more < 40; more++) {
      var pause = USUAL.after(Quarantine.PATIENCE + more);
      var expected = HEARTBEAT.multipliedBy(1L << Math.min(more, 10));
      var most = Duration.ofHours(6);
      assertThat(pause).isEqualTo(expected.compareTo(most) < 0 ? expected : most);
      var health = failed(Quarantine.PATIENCE + more);
      assertThat(health.isQuarantined(NOW.plus(pause).minusMillis(1))).isTrue();
      assertThat(health.isQuarantined(NOW.plus(pause))).isFalse();
    }
  }

  @Test
  void aHeartbeatLongerThanThePausesIsNoTrouble() {
    assertThat(Quarantine.of(Duration.ofDays(2), Day.REAL).after(100)).hasHours(6);
  }

  @Test
  void anAnswerEndsIt() {
    var well = failed(30).answered(NOW);
    assertThat(well.isQuarantined(NOW)).isFalse();
    assertThat(well.words(NOW.plus(Duration.ofMinutes(50)))).isEqualTo("answered 50 minutes ago");
  }

  @Test
  void itIsToldInWords() {
    assertThat(Health.UNKNOWN.words(NOW)).isEqualTo("has not answered yet");
    assertThat(failed(7).words(NOW.plusSeconds(5)))
        .isEqualTo(
            "answered just now; failed 7 times in a row since (no answer in time); in quarantine:"
                + " what can wait is asked again at 2026-11-23T06:20:00Z");
  }
}
