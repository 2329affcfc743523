package org.bulbil.atlas.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.chart.Strip.Level;
import org.bulbil.atlas.chart.Strip.Run;
import org.bulbil.atlas.history.GraphHistory;
import org.bulbil.core.time.Day;
import org.junit.jupiter.api.Test;

class StripTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  /** Half days that end now; the newest value is last. */
  private static Strip halfDays(short... values) {
    var interval = Duration.ofHours(12);
    var first = NOW.minus(interval.dividedBy(2)).minus(interval.multipliedBy(values.length - 1L));
    return Strip.of(
        Optional.of(new GraphHistory(first, interval, 1 / 999.0, values)), NOW, Day.REAL);
  }

  private static int days(Strip strip) {
    return strip.runs().stream().mapToInt(Run::days).sum();
  }

  /** Aim: a relay that is always up is one run of ninety days. */
  @Test
  void alwaysUpIsOneRun() {
    var values = new short[365];
    Arrays.fill(values, (short) 999);
    var strip = halfDays(values);
    assertThat(strip.runs()).containsExactly(new Run(Level.UP, 90));
    assertThat(strip.mean().getAsDouble()).isGreaterThan(0.999);
  }

  /** Aim: each day has its own level, newest last, and the unborn are unknown, not down. */
  @Test
  void eachDayHasItsLevel() {
    var strip =
        halfDays(
            (short) 999,
            (short) 999,
            (short) 0,
            (short) 0,
            (short) 999,
            (short) 900,
            (short) 500,
            (short) 500);
    assertThat(strip.runs())
        .containsExactly(
            new Run(Level.UNKNOWN, 86),
            new Run(Level.UP, 1),
            new Run(Level.DOWN, 1),
            new Run(Level.PARTLY, 1),
            new Run(Level.POOR, 1));
    assertThat(strip.first()).hasValue(NOW.minus(Duration.ofDays(4)));
  }

  /** Aim: where a day of rent is a minute, the strip shows ninety minutes. */
  @Test
  void aStripHasTheDaysOfItsNetwork() {
    var minutes =
        new GraphHistory(NOW.minusSeconds(120), Duration.ofSeconds(10), 1 / 999.0, MINUTES);
    var strip = Strip.of(Optional.of(minutes), NOW, new Day(Duration.ofMinutes(1)));
    assertThat(strip.runs())
        .containsExactly(new Run(Level.UNKNOWN, 88), new Run(Level.DOWN, 1), new Run(Level.UP, 1));
  }

  private static final short[] MINUTES = {0, 0, 0, 0, 0, 0, 999, 999, 999, 999, 999, 999};

  /** Aim: what is missing is unknown. */
  @Test
  void whatIsMissingIsUnknown() {
    assertThat(Strip.of(Optional.empty(), NOW, Day.REAL).runs())
        .isEqualTo(List.of(new Run(Level.UNKNOWN, 90)));
    assertThat(Strip.of(Optional.empty(), NOW, Day.REAL).mean()).isEmpty();
    var strip = halfDays((short) 999, (short) 999, (short) -1, (short) -1);
    assertThat(strip.runs()).endsWith(new Run(Level.UP, 1), new Run(Level.UNKNOWN, 1));
  }

  /** Aim: a strip is ninety days whatever the history, also one that ended long ago. */
  @Test
  void itIsAlwaysNinetyDays() {
    for (int hours : new int[] {4, 12, 24}) {
      for (int ago : new int[] {0, 3, 200, -1}) {
        var first = NOW.minus(Duration.ofDays(60 + ago));
        var history =
            new GraphHistory(first, Duration.ofHours(hours), 1 / 999.0, new short[] {999, 3, 70});
        assertThat(days(Strip.of(Optional.of(history), NOW, Day.REAL))).isEqualTo(90);
      }
    }
  }

  /** Aim: bars are as high as values, the highest full, gaps are no zeros. */
  @Test
  void barsAreAsHighAsValues() {
    var history =
        new GraphHistory(NOW, Duration.ofDays(1), 2, new short[] {0, 100, 200, -1, 300, 900});
    var line = Sparkline.of(history);
    assertThat(line.bars()).containsExactly(0, 1, 2, Sparkline.GAP, 3, 9);
    assertThat(line.mean().getAsDouble()).isEqualTo(600);
    var nothing = new GraphHistory(NOW, Duration.ofDays(1), 0, new short[] {0, 0});
    assertThat(Sparkline.of(nothing).bars()).containsExactly(0, 0);
  }
}
