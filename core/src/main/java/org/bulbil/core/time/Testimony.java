package org.bulbil.core.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody else's clock says about this moment: it lies in a span, as wide as that witness is
 * vague.
 *
 * @param witness for people, such as {@code the provider}
 * @param earliest that this moment can be, if the witness is right
 * @param latest not before {@code earliest}
 */
public record Testimony(String witness, Instant earliest, Instant latest) {

  public Testimony {
    if (latest.isBefore(earliest)) {
      throw new IllegalArgumentException(
          "%s says that now is after %s and before %s".formatted(witness, earliest, latest));
    }
  }

  /** A clock that was read just now and may be off by {@code vagueness}. */
  public static Testimony around(String witness, Instant instant, Duration vagueness) {
    return new Testimony(witness, instant.minus(vagueness), instant.plus(vagueness));
  }

  /** What follows if both are right; empty where they contradict one another. */
  Optional<Testimony> and(Testimony that) {
    var from = earliest.isAfter(that.earliest) ? earliest : that.earliest;
    var to = latest.isBefore(that.latest) ? latest : that.latest;
    return to.isBefore(from)
        ? Optional.empty()
        : Optional.of(new Testimony(witness + " and " + that.witness, from, to));
  }

  boolean allows(Instant instant, Duration tolerance) {
    return !instant.isBefore(earliest.minus(tolerance)) && !instant.isAfter(latest.plus(tolerance));
  }

  /** The moment of the span that is closest to {@code instant}. */
  Instant nearest(Instant instant) {
    if (instant.isBefore(earliest)) {
      return earliest;
    }
    return instant.isAfter(latest) ? latest : instant;
  }

  Duration width() {
    return Duration.between(earliest, latest);
  }
}
