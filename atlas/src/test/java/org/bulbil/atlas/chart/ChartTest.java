package org.bulbil.atlas.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bulbil.atlas.history.GraphHistory;
import org.bulbil.atlas.history.Span;
import org.bulbil.core.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartTest {

  private static final Instant BEGIN = Instant.parse("2026-05-23T12:00:00Z");
  private static final short GAP = GraphHistory.MISSING;

  private static GraphHistory days(int... values) {
    var raw = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      raw[i] = (short) values[i];
    }
    return new GraphHistory(BEGIN, Duration.ofDays(1), 1, raw);
  }

  private static Picture drawn(Line.Manner manner, double top, int... values) {
    var history = days(values);
    var window =
        new Window(
            BEGIN.minus(Duration.ofHours(12)),
            BEGIN.minus(Duration.ofHours(12)).plus(Duration.ofDays(values.length)));
    return new Chart(List.of(new Line("x", history, manner)), window, top).picture(Theme.LIGHT);
  }

  /** The upper edge of the line in a column; -1 where there is none. */
  private static int line(Picture picture, int x) {
    return IntStream.range(0, Chart.HEIGHT - 1)
        .filter(y -> picture.at(x, y) == Ink.FIRST.place())
        .findFirst()
        .orElse(-1);
  }

  /** Aim: a gap is shaded and has no line; zero has a line at the bottom. */
  @Test
  void aGapDoesNotLookLikeZero() {
    var picture = drawn(Line.Manner.STEP, 100, 0, GAP, 100, 100);
    assertThat(line(picture, 80)).isEqualTo(Chart.HEIGHT - 3);
    assertThat(line(picture, 240)).isEqualTo(-1);
    assertThat(picture.at(240, 5)).isEqualTo(Ink.GAP.place());
    assertThat(picture.at(80, 5)).isEqualTo(Ink.PAPER.place());
  }

  /** Aim: heights are proportional, from the lower edge to the upper. */
  @Test
  void heightsAreProportional() {
    var picture = drawn(Line.Manner.STEP, 100, 100, 50, 0, 25);
    assertThat(line(picture, 80)).isZero();
    assertThat(line(picture, 240)).isBetween(77, 80);
    assertThat(line(picture, 400)).isEqualTo(157);
    assertThat(line(picture, 560)).isBetween(116, 119);
  }

  /** Aim: a line goes straight from the middle of an interval to that of the next. */
  @Test
  void aLineGoesStraight() {
    var picture = drawn(Line.Manner.LINE, 100, 0, 100, GAP, 30);
    assertThat(line(picture, 160)).isBetween(77, 81);
    assertThat(line(picture, 120)).isBetween(114, 121);
    assertThat(line(picture, 400)).as("a gap stays a gap").isEqualTo(-1);
    assertThat(picture.at(80, 159)).as("not filled").isEqualTo(Ink.GRID.place());
  }

  /** Aim: any history can be drawn, also beyond its window and above its scale. */
  @ParameterizedTest
  @EnumSource(Line.Manner.class)
  void anyHistoryCanBeDrawn(Line.Manner manner) {
    long seed = Long.getLong("seed", 42);
    var random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      var values = random.ints(1 + random.nextInt(400), -1, 1000).toArray();
      var history = days(values);
      for (var span : Span.values()) {
        var window = Window.of(List.of(history), span).orElseThrow();
        var line = new Line("x", history, manner);
        var picture =
            new Chart(List.of(line, line), window, 1 + random.nextInt(999)).picture(Theme.DARK);
        assertThat(picture.width()).as("seed %d", seed).isEqualTo(Chart.WIDTH);
      }
    }
  }

  /** Aim: the same history is the same picture, and another theme another one. */
  @Test
  void theSameHistoryIsTheSamePicture() {
    var window = Window.of(List.of(days(1, 2, 3)), Span.ONE_MONTH).orElseThrow();
    var chart = new Chart(List.of(new Line("x", days(1, 2, 3), Line.Manner.AREA)), window, 5);
    assertThat(chart.png(Theme.LIGHT)).isEqualTo(chart.png(Theme.LIGHT));
    assertThat(chart.png(Theme.LIGHT)).isNotEqualTo(chart.png(Theme.DARK));
  }

  /** Aim: the minutes of a sandbox are a graph, and not three pixels at the edge of a month. */
  @Test
  void whatIsYoungFillsTheGraph() {
    var first = Instant.parse("2026-11-23T12:50:00Z");
    var values = new short[] {1, 2, 3, 4, 5, 6};
    var minute = new GraphHistory(first, Duration.ofSeconds(10), 1, values);
    var window = Window.of(List.of(minute), Span.ONE_MONTH).orElseThrow();
    assertThat(window.from()).isEqualTo(first.minusSeconds(5));
    assertThat(window.length()).isEqualTo(Duration.ofMinutes(1));
    var month = days(IntStream.range(0, 20).toArray());
    assertThat(Window.of(List.of(month), Span.ONE_MONTH).orElseThrow().length())
        .isGreaterThanOrEqualTo(Duration.ofDays(28));
  }

  /** Aim: a picture of half a year of noise stays small. */
  @Test
  void picturesAreSmall() {
    var values = new Random(3).ints(183, 400, 900).toArray();
    var window = Window.of(List.of(days(values)), Span.SIX_MONTHS).orElseThrow();
    var chart = new Chart(List.of(new Line("x", days(values), Line.Manner.AREA)), window, 1000);
    assertThat(chart.png(Theme.LIGHT)).hasSizeLessThan(4_000);
  }

  /** Aim: the scale ends at the round number above, also where rounding is against it. */
  @Test
  void theScaleIsRound() {
    assertThat(top(3)).isEqualTo(5);
    assertThat(top(5)).isEqualTo(5);
    assertThat(top(6)).isEqualTo(10);
    assertThat(top(120)).isEqualTo(200);
    assertThat(top(0)).isEqualTo(1);
    var history = new GraphHistory(BEGIN, Duration.ofDays(1), 0.2 / 999, new short[] {999});
    assertThat(Scale.top(List.of(new Line("x", history, Line.Manner.LINE)))).isEqualTo(0.2);
  }

  private static double top(int value) {
    return Scale.top(List.of(new Line("x", days(value), Line.Manner.LINE)));
  }

  /** Aim: lines, fills and grounds of both themes can be told apart (WCAG 1.4.11: 3:1). */
  @ParameterizedTest
  @EnumSource(Theme.class)
  void linesStandOut(Theme theme) {
    for (var ground : List.of(Ink.PAPER, Ink.AREA, Ink.GAP)) {
      assertThat(Contrast.between(Ink.FIRST.in(theme).rgb(), ground.in(theme).rgb()))
          .as("first on %s", ground)
          .isGreaterThanOrEqualTo(3);
      assertThat(Contrast.between(Ink.SECOND.in(theme).rgb(), ground.in(theme).rgb()))
          .as("second on %s", ground)
          .isGreaterThanOrEqualTo(3);
    }
  }
}
