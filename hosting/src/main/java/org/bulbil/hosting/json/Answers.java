package org.bulbil.hosting.json;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.wire.Reply;

/**
 * Sorts what comes back: a success that can be read is done; a clear 4xx is refused, in the
 * provider's words; everything else is unknown. No word of an outcome holds a secret.
 */
public final class Answers {

  /** A proxy in between gave up waiting: the request may still have arrived. */
  private static final int REQUEST_TIMEOUT = 408;

  private Answers() {}

  /**
   * What {@code reply} comes to.
   *
   * @param secrets of the request, which must not be repeated to anybody
   * @param reading makes an answer of the body, or {@link Nonsense}
   */
  public static <T> Outcome<T> sort(
      Reply reply, List<String> secrets, Function<String, T> reading) {
    int status = reply.status();
    if (reply.isSuccess()) {
      return read(reply, reading);
    }
    return status >= 400 && status < 500 && status != REQUEST_TIMEOUT
        ? Outcome.refused(Complaint.of(reply, secrets), status)
        : Outcome.unknown("the provider answered " + status);
  }

  /** When {@code reply} was made, by the clock of who made it (RFC 9110, section 6.6.1). */
  public static Outcome<Instant> date(Reply reply) {
    return reply
        .date()
        .map(Outcome::done)
        .orElse(Outcome.unknown("the provider's answer has no date"));
  }

  private static <T> Outcome<T> read(Reply reply, Function<String, T> reading) {
    try {
      return Outcome.done(reading.apply(reply.text()));
    } catch (Nonsense e) {
      return Outcome.unknown("the provider's answer makes no sense: " + e.getMessage());
    }
  }
}
