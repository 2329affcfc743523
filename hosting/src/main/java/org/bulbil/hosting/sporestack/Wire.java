package org.bulbil.hosting.sporestack;

import java.net.URI;
import java.time.Instant;
import java.util.function.Function;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.json.Answers;
import org.bulbil.wire.Http;

/** Sends requests. No word of an outcome holds a URL or a secret. */
final class Wire {

  private final Http http;
  private final String base;

  Wire(Http http, URI base) {
    this.http = http;
    this.base = base.toString().replaceAll("/+$", "");
  }

  /** Asks for {@code path}; {@code reading} makes an answer of the body. */
  <T> Outcome<T> get(Path path, Function<String, T> reading) {
    return http.get(path.under(base))
        .flatMap(reply -> Answers.sort(reply, path.secrets(), reading));
  }

  /** When the answer to {@code path} was made, by the clock of who made it. */
  Outcome<Instant> date(Path path) {
    return http.get(path.under(base)).flatMap(Answers::date);
  }

  /** Sends the JSON {@code body} to {@code path}. */
  <T> Outcome<T> post(Path path, String body, Function<String, T> reading) {
    return http.send("POST", path.under(base), "application/json", body)
        .flatMap(reply -> Answers.sort(reply, path.secrets(), reading));
  }
}
