package org.bulbil.cli.sandbox;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Locale;
import org.bulbil.sandbox.reader.Readings;

/** What a reader of the site has counted, for people and for scripts. */
final class SiteText {

  private SiteText() {}

  /**
   * The same for scripts.
   *
   * @param asked requests by name while a server lived; {@code answered} and {@code atFirst} of
   *     them
   * @param nameless of them, for which the name had no address
   * @param deadTooLong addresses that stood there for longer than a time to live without an answer
   * @param deadLongestSeconds the longest time of that kind
   * @param lonelyAsked requests while no server lived, or the last was about to end
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Line(
      String event,
      long asked,
      long answered,
      long atFirst,
      long nameless,
      double percentAnswered,
      long deadTooLong,
      double deadLongestSeconds,
      long lonelyAsked) {}

  static Line line(Readings readings) {
    var visits = readings.visits();
    return new Line(
        "site",
        visits.asked(),
        visits.answered(),
        visits.atFirst(),
        visits.nameless(),
        visits.percentAnswered(),
        readings.deadTooLong(),
        readings.deadLongest().toMillis() / 1000.0,
        readings.lonely().asked());
  }

  static List<String> lines(Readings readings) {
    return List.of(
        "The site was read all the time: " + readings.visits() + ".",
        String.format(
            Locale.ROOT,
            "  addresses that were dead for longer than a time to live: %d (longest %.1f s)",
            readings.deadTooLong(),
            readings.deadLongest().toMillis() / 1000.0),
        "  while no server lived: " + readings.lonely());
  }
}
