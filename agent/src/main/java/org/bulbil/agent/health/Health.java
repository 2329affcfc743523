package org.bulbil.agent.health;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How a provider has answered of late. A refusal is an answer.
 *
 * @param answered when it answered last; empty for never
 * @param failures in a row since then
 * @param askAgain until when only urgent questions are put to it; empty while it may be asked
 *     anything
 * @param complaint what went wrong last; empty where nothing did
 */
public record Health(
    Optional<Instant> answered, int failures, Optional<Instant> askAgain, String complaint) {

  /** Of a provider that was never asked. */
  public static final Health UNKNOWN = new Health(Optional.empty(), 0, Optional.empty(), "");

  Health answered(Instant now) {
    return new Health(Optional.of(now), 0, Optional.empty(), "");
  }

  Health failed(Instant now, String why, Quarantine quarantine) {
    var pause = quarantine.after(failures + 1);
    return new Health(
        answered, failures + 1, Optional.of(now.plus(pause)).filter(_ -> pause.isPositive()), why);
  }

  /** Whether it is left alone but for what is urgent. */
  public boolean isQuarantined(Instant now) {
    return askAgain.filter(now::isBefore).isPresent();
  }

  /** For people. */
  public String words(Instant now) {
    var last =
        answered
            .map(then -> "answered " + ago(Duration.between(then, now)))
            .orElse("has not answered yet");
    if (failures == 0) {
      return last;
    }
    var since = "%s; failed %d times in a row since (%s)".formatted(last, failures, complaint);
    return askAgain
        .filter(now::isBefore)
        .map(
            until ->
                since
                    + "; in quarantine: what can wait is asked again at "
                    + until.truncatedTo(ChronoUnit.SECONDS))
        .orElse(since);
  }

  private static String ago(Duration past) {
    if (past.toMinutes() < 2) {
      return "just now";
    }
    return past.toHours() < 2 ? past.toMinutes() + " minutes ago" : past.toHours() + " hours ago";
  }
}
