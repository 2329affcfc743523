package org.bulbil.atlas.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document of histories is written as Onionoo writes it and read back the same. */
class HistoryJsonTest {

  private static final String NODE = "000C5F55BD4814B917CC474BD537F1A3B33CCE2A";

  private static Series series(String name, double factor) {
    var graph =
        new GraphHistory(
            Instant.parse("2018-01-01T02:00:00Z"),
            Duration.ofHours(4),
            factor,
            new short[] {999, GraphHistory.MISSING, 0});
    return new Series(name, Map.of(Span.ONE_MONTH, graph, Span.FIVE_YEARS, graph));
  }

  @Test
  void whatWasWrittenIsRead() {
    var series = List.of(series("uptime", 1 / 999.0), series("flags.Guard", 0.0012));

    var read = HistoryDocument.read(HistoryWriter.write(NODE, series));

    assertThat(read.answer()).contains(new HistoryDocument(NODE, series));
  }

  @Test
  void theFormIsOnionoos() {
    var graph =
        new GraphHistory(
            Instant.parse("2018-01-01T02:00:00Z"), Duration.ofHours(4), 0.5, new short[] {3, -1});
    var written =
        HistoryWriter.write(
            NODE, List.of(new Series("read_history", Map.of(Span.SIX_MONTHS, graph))));

    assertThat(new String(written, UTF_8))
        .isEqualTo(
            "{\"fingerprint\":\"%s\",\"read_history\":{\"6_months\":{\"first\":\"2018-01-01 02:00:00\",\"last\":\"2018-01-01 06:00:00\",\"interval\":14400,\"factor\":0.5,\"count\":2,\"values\":[3,null]}}}"
                .formatted(NODE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"uptime\":{\"1_month\":{\"values\":[",
        "{\"uptime\":{\"1_month\":{\"interval\":\"x\"}}}",
        "\u0000"
      })
  void whatIsNoDocumentIsRefused(String text) {
    assertThat(HistoryDocument.read(text.getBytes(UTF_8))).isInstanceOf(Outcome.Refused.class);
  }
}
