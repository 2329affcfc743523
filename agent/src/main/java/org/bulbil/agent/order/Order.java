package org.bulbil.agent.order;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.outcome.Outcome;

/**
 * What a launcher tells a relay to leave off. There is no amount in it and no address.
 *
 * @param serial positive; a relay obeys none that is not above the last one that it obeyed
 * @param made when it was signed, in whole seconds
 * @param until the last moment at which a relay takes it, at most {@value #DAYS_MAX} days later;
 *     what was obeyed stays obeyed
 */
public record Order(Verb verb, Addressee to, long serial, Instant made, Instant until) {

  /** An order that lies about must not be a danger for ever. */
  public static final int DAYS_MAX = 90;

  private static final String TITLE = "bulbil order 1";
  private static final List<String> KEYS = List.of("order", "to", "serial", "made", "until");

  public Order {
    if (serial < 1) {
      throw new IllegalArgumentException("an order's serial is positive, not " + serial);
    }
    if (!made.truncatedTo(ChronoUnit.SECONDS).equals(made)
        || !until.truncatedTo(ChronoUnit.SECONDS).equals(until)) {
      throw new IllegalArgumentException("an order's times are whole seconds");
    }
    if (!until.isAfter(made) || until.isAfter(made.plus(Duration.ofDays(DAYS_MAX)))) {
      throw new IllegalArgumentException(
          "an order is good for up to %d days, not from %s until %s"
              .formatted(DAYS_MAX, made, until));
    }
  }

  /** What is signed: a title and five lines, each ended by a line feed. */
  public String text() {
    return "%s\norder: %s\nto: %s\nserial: %d\nmade: %s\nuntil: %s\n"
        .formatted(TITLE, verb.words(), to.text(), serial, made, until);
  }

  /**
   * Reads {@link #text}, and nothing that differs from it by a letter; refused, naming the line,
   * where it is none.
   */
  static Outcome<Order> read(String text) {
    try {
      var order = of(List.of(text.split("\n", -1)));
      return order.text().equals(text)
          ? Outcome.done(order)
          : Outcome.refused("an order is written in one way only", 0);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Outcome.refused("no order: " + e.getMessage(), 0);
    }
  }

  private static Order of(List<String> lines) {
    if (lines.size() != KEYS.size() + 2 || !lines.getFirst().equals(TITLE)) {
      throw new IllegalArgumentException(
          "it must be %d lines, of which the first is \"%s\"".formatted(KEYS.size() + 1, TITLE));
    }
    return new Order(
        verb(value(lines, 1)),
        Addressee.parse(value(lines, 2)),
        Long.parseLong(value(lines, 3)),
        Instant.parse(value(lines, 4)),
        Instant.parse(value(lines, 5)));
  }

  private static Verb verb(String words) {
    return Verb.of(words)
        .orElseThrow(() -> new IllegalArgumentException("nobody can order \"" + words + "\""));
  }

  private static String value(List<String> lines, int number) {
    var before = KEYS.get(number - 1) + ": ";
    return Optional.of(lines.get(number))
        .filter(line -> line.startsWith(before))
        .map(line -> line.substring(before.length()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "line %d must begin with \"%s\"".formatted(number + 1, before)));
  }
}
