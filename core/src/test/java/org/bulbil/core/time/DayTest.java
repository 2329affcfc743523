package org.bulbil.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day is as long as it is told, in both directions. */
class DayTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Day MINUTE = new Day(Duration.ofSeconds(60));

  @Test
  void countsWhatItMeasures() {
    assertThat(Day.REAL.times(7)).isEqualTo(Duration.ofDays(7));
    assertThat(MINUTE.between(NOW, NOW.plus(MINUTE.times(7)))).isEqualTo(7.0);
    assertThat(MINUTE.between(NOW.plusSeconds(30), NOW)).isEqualTo(-0.5);
    assertThat(MINUTE.of(0.5)).isEqualTo(Duration.ofSeconds(30));
    assertThat(MINUTE.of(-0.5)).isEqualTo(Duration.ofSeconds(-30));
    assertThat(Day.REAL.fraction(1, 24)).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aSpanOfNoNumberIsNotNothing(double days) {
    assertThatThrownBy(() -> MINUTE.of(days)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isNoInstant() {
    assertThatThrownBy(() -> new Day(Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Day(Duration.ofDays(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
