package org.bulbil.atlas.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bulbil.atlas.testing.SharedData;
import org.bulbil.atlas.testing.Tree;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Graphs come out as Onionoo's own tests want them, and as its four documents are made. */
class GraphCompilerTest {

  private static final Instant END = Instant.parse("2018-01-01T00:00:00Z");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final List<String> NAMES =
      List.of("1_week", "1_month", "6_months", "1_year", "5_years");
  private static final List<Resolution> RESOLUTIONS =
      List.of(
          new Resolution(Period.ofWeeks(1), Duration.ofHours(1)),
          new Resolution(Period.ofMonths(1), Duration.ofHours(4)),
          new Resolution(Period.ofMonths(6), Duration.ofDays(1)),
          new Resolution(Period.ofYears(1), Duration.ofDays(2)),
          new Resolution(Period.ofYears(5), Duration.ofDays(10)));

  static Stream<Named<Tree>> cases() throws IOException {
    return Tree.parse(SharedData.bytes("onionoo/graph-history-cases.json"))
        .get("cases")
        .each()
        .map(one -> Named.of(one.get("name").text(), one));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void onionoosOwnCase(Tree expected) {
    var division = expected.get("divisible").truth() ? Division.DIVISIBLE : Division.WHOLE;
    var compiler = new GraphCompiler(RESOLUTIONS, division, 0.2);

    var graphs =
        compiler.compile(
            END, expected.get("entries").each().map(GraphCompilerTest::observation).toList());

    assertThat(graphs.stream().filter(Optional::isPresent))
        .hasSize(expected.get("expected_graphs").number());
    expected
        .find("graph")
        .ifPresent(name -> check(graphs.get(NAMES.indexOf(name.text())).orElseThrow(), expected));
  }

  private static Observation observation(Tree entry) {
    var from = time(entry.get("start"));
    var to = time(entry.get("end"));
    return new Observation(
        from, to, entry.get("value").decimal() / Duration.between(from, to).toMillis());
  }

  private static void check(GraphHistory graph, Tree expected) {
    assertThat(graph.first()).isEqualTo(time(expected.get("first")));
    assertThat(graph.last()).isEqualTo(time(expected.get("last")));
    assertThat(graph.interval()).hasSeconds(expected.get("interval").number());
    assertThat(graph.factor()).isCloseTo(expected.get("factor").decimal(), within(0.01));
    assertThat(graph.count()).isEqualTo(expected.get("count").number());
    var values = IntStream.range(0, graph.count()).mapToObj(i -> (int) graph.raw(i)).toList();
    expected
        .find("values")
        .ifPresent(
            wanted -> assertThat(values).isEqualTo(wanted.each().map(Tree::number).toList()));
  }

  private static Instant time(Tree text) {
    return LocalDateTime.parse(text.text(), TIME).toInstant(ZoneOffset.UTC);
  }

  @Test
  void meansOfAnIntervalAreWeighedByTime() {
    var series =
        GraphCompiler.series(
            Chronicle.BANDWIDTH,
            "read_history",
            END,
            List.of(
                seen("2017-12-29T00:00:00Z", "2017-12-30T00:00:00Z", 1000),
                seen("2017-12-30T00:00:00Z", "2017-12-30T12:00:00Z", 1000),
                seen("2017-12-30T12:00:00Z", "2017-12-30T18:00:00Z", 400)));

    var graph = series.graph(Span.ONE_MONTH).orElseThrow();

    assertThat(graph.count()).isEqualTo(2);
    assertThat(graph.value(0)).hasValueCloseTo(1000.0, within(0.001));
    assertThat(graph.value(1)).hasValueCloseTo(800.0, within(1.001));
  }

  @Test
  void aLongerGraphThatShowsNothingNewIsLeftOut() {
    var monthAgo =
        GraphCompiler.series(
            Chronicle.UPTIME,
            "uptime",
            END,
            List.of(seen("2017-12-05T00:00:00Z", "2018-01-01T00:00:00Z", 1)));
    var yearAgo =
        GraphCompiler.series(
            Chronicle.UPTIME,
            "uptime",
            END,
            List.of(seen("2017-01-05T00:00:00Z", "2018-01-01T00:00:00Z", 1)));

    assertThat(monthAgo.graphs()).containsOnlyKeys(Span.ONE_MONTH);
    assertThat(yearAgo.graphs()).containsOnlyKeys(Span.ONE_MONTH, Span.SIX_MONTHS, Span.ONE_YEAR);
  }

  @Test
  void holesStayMissing() {
    var graph =
        GraphCompiler.series(
                Chronicle.UPTIME,
                "uptime",
                END,
                List.of(
                    seen("2017-12-20T00:00:00Z", "2017-12-21T00:00:00Z", 1),
                    seen("2017-12-22T00:00:00Z", "2017-12-22T02:00:00Z", 0),
                    seen("2017-12-23T00:00:00Z", "2017-12-24T00:00:00Z", 0.5)))
            .graph(Span.ONE_MONTH)
            .orElseThrow();

    assertThat(graph.raw(0)).isEqualTo((short) 999);
    assertThat(graph.raw(6)).isEqualTo(GraphHistory.MISSING);
    assertThat(graph.raw(12)).isZero();
    assertThat(graph.raw(18)).isEqualTo((short) 499);
  }

  @Test
  void nothingButZeroIsAGraphToo() {
    var graph =
        GraphCompiler.series(
                Chronicle.WEIGHTS,
                "exit_probability",
                END,
                List.of(
                    seen("2017-12-20T00:00:00Z", "2017-12-20T04:00:00Z", 0),
                    seen("2017-12-20T04:00:00Z", "2017-12-20T08:00:00Z", 0)))
            .graph(Span.ONE_MONTH)
            .orElseThrow();

    assertThat(graph.value(1)).hasValue(0);
    assertThat(graph.factor()).isZero();
  }

  private static Observation seen(String from, String to, double mean) {
    return new Observation(Instant.parse(from), Instant.parse(to), mean);
  }
}
