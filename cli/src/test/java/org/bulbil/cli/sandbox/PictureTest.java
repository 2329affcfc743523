package org.bulbil.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bulbil.cli.console.Terminal;
import org.bulbil.core.time.Day;
import org.bulbil.sandbox.provider.book.MachineId;
import org.bulbil.sandbox.provider.book.Token;
import org.bulbil.sandbox.witness.Relay;
import org.bulbil.sandbox.witness.SelfReport;
import org.junit.jupiter.api.Test;

final class PictureTest {

  private static final Instant BORN = Instant.EPOCH;
  private static final Instant NOW = BORN.plusSeconds(90);
  private static final Day DAY = new Day(Duration.ofSeconds(60));

  private static Relay relay(String hostname, Optional<Instant> running, Optional<Instant> ended) {
    return new Relay(
        new MachineId("m"),
        Token.NOBODY,
        hostname,
        "ewr",
        1,
        Optional.empty(),
        BORN,
        NOW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        running,
        ended);
  }

  private static TableRow living(String hostname) {
    var report =
        new SelfReport(
            hostname,
            new SelfReport.Lease(12.5, 30.2),
            new SelfReport.Money("bcrt1q", 12_345, 0),
            new SelfReport.Words(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
            new SelfReport.Decision("Rest", "rent is paid"));
    return new TableRow(relay(hostname, Optional.of(NOW), Optional.empty()), Optional.of(report));
  }

  private static TableRow dead(String hostname) {
    return new TableRow(
        relay(hostname, Optional.of(NOW), Optional.of(BORN.plusSeconds(30))), Optional.empty());
  }

  private static Picture picture(Stream<TableRow> rows) {
    return new Picture(NOW, DAY, "headline", "counters", rows.toList(), List.of("one", "two"));
  }

  @Test
  void aRowSaysEverythingOfARelay() {
    var lines = picture(Stream.of(living("bulbilewr1"))).lines(new Terminal.Size(30, 200));
    assertThat(lines.get(4))
        .containsSubsequence(
            "bulbilewr1", "ewr", "1", "1.5 d", "running", "12,345", "30.2 d", "rest: rent is paid");
  }

  /** A dead relay keeps its age, and the living stand before it. */
  @Test
  void theDeadComeLast() {
    var lines = picture(Stream.of(dead("gone"), living("here"))).lines(new Terminal.Size(30, 200));
    assertThat(lines.get(4)).startsWith("here");
    assertThat(lines.get(5)).startsWith("gone").contains("0.5 d").contains("dead");
  }

  /** Whatever the terminal, no line is wider and there are no more lines than it has. */
  @Test
  void itFitsTheTerminal() {
    var rows = IntStream.range(0, 40).mapToObj(number -> living("relay" + number)).toList();
    for (var size :
        List.of(new Terminal.Size(24, 80), new Terminal.Size(10, 40), new Terminal.Size(1, 1))) {
      var lines = picture(rows.stream()).lines(size);
      assertThat(lines).hasSizeLessThanOrEqualTo(size.rows());
      assertThat(lines).allMatch(line -> line.length() <= size.columns());
    }
  }

  @Test
  void whatDoesNotFitIsCounted() {
    var rows = IntStream.range(0, 40).mapToObj(number -> living("relay" + number));
    assertThat(picture(rows).lines(new Terminal.Size(24, 80))).contains("… and 26 more");
  }
}
