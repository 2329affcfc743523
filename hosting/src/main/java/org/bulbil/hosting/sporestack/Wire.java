package org.bulbil.hosting.sporestack;

import java.net.URI;
import java.time.Instant;
import java.util.function.Function;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.wire.Http;
import org.bulbil.wire.Reply;

/**
 * Sends a request and sorts what comes back: a success that can be read is done; a clear 4xx is
 * refused, in the provider's words; everything else is unknown. No word of an outcome holds a URL
 * or a secret.
 */
final class Wire {

  /** A proxy in between gave up waiting: the request may still have arrived. */
  private static final int REQUEST_TIMEOUT = 408;

  private final Http http;
  private final String base;

  Wire(Http http, URI base) {
    this.http = http;
    this.base = base.toString().replaceAll("/+$", "");
  }

  /** Asks for {@code path}; {@code reading} makes an answer of the body. */
  <T> Outcome<T> get(Path path, Function<String, T> reading) {
    return http.get(path.under(base)).flatMap(reply -> sort(reply, path, reading));
  }

  /** When the answer to {@code path} was made, by the clock of who made it. */
  Outcome<Instant> date(Path path) {
    return http.get(path.under(base))
        .flatMap(
            reply ->
                reply
                    .date()
                    .map(Outcome::done)
                    .orElse(Outcome.unknown("the provider's answer has no date")));
  }

  /** Sends the JSON {@code body} to {@code path}. */
  <T> Outcome<T> post(Path path, String body, Function<String, T> reading) {
    return http.send("POST", path.under(base), "application/json", body)
        .flatMap(reply -> sort(reply, path, reading));
  }

  private static <T> Outcome<T> sort(Reply reply, Path path, Function<String, T> reading) {
    int status = reply.status();
    if (reply.isSuccess()) {
      return read(reply, reading);
    }
    return status >= 400 && status < 500 && status != REQUEST_TIMEOUT
        ? Outcome.refused(Complaint.of(reply, path.secrets()), status)
        : Outcome.unknown("the provider answered " + status);
  }

  private static <T> Outcome<T> read(Reply reply, Function<String, T> reading) {
    try {
      return Outcome.done(reading.apply(reply.text()));
    } catch (Nonsense e) {
      return Outcome.unknown("the provider's answer makes no sense: " + e.getMessage());
    }
  }
}
