package org.bulbil.hosting.lnvps;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.json.Answers;
import org.bulbil.wire.Http;
import org.bulbil.wire.Reply;
import org.bulbil.wire.Request;

/** Sends requests, signed where somebody is to be known by them. */
final class Wire {

  private static final String EMAIL_HINT =
      ". An order needs an account with a verified e-mail address: set one for this key on"
          + " lnvps.net and open the link in the mail, once; renewing needs none";

  private static final String CLOCK_HINT =
      ". LNVPS takes a signature only while its clock and ours agree within a minute";

  private final Http http;
  private final String base;
  private final Nip98 signer;

  Wire(Http http, URI base, Nip98 signer) {
    this.http = http;
    this.base = base.toString().replaceAll("/+$", "");
    this.signer = signer;
  }

  /** Asks as nobody. */
  <T> Outcome<T> get(String path, Function<String, T> reading) {
    return sorted(http.exchange(request("GET", path)), reading);
  }

  /** Asks as {@code key}. */
  <T> Outcome<T> get(NostrKey key, String path, Function<String, T> reading) {
    return sorted(http.exchange(signer.sign(request("GET", path), key)), reading);
  }

  /** Sends the JSON {@code body} as {@code key}. */
  <T> Outcome<T> post(NostrKey key, String path, String body, Function<String, T> reading) {
    var request = request("POST", path).withBody("application/json", body);
    return sorted(http.exchange(signer.sign(request, key)), reading);
  }

  <T> Outcome<T> patch(NostrKey key, String path, Function<String, T> reading) {
    return sorted(http.exchange(signer.sign(request("PATCH", path), key)), reading);
  }

  /** When the answer to {@code path} was made, by the clock of who made it. */
  Outcome<Instant> date(String path) {
    return http.exchange(request("GET", path)).flatMap(Answers::date);
  }

  private Request request(String method, String path) {
    return Request.of(method, URI.create(base + path));
  }

  private static <T> Outcome<T> sorted(Outcome<Reply> answer, Function<String, T> reading) {
    return advised(answer.flatMap(reply -> Answers.sort(reply, List.of(), reading)));
  }

  private static <T> Outcome<T> advised(Outcome<T> outcome) {
    return outcome instanceof Outcome.Refused<T>(String why, int code)
        ? Outcome.refused(why + advice(why, code), code)
        : outcome;
  }

  private static String advice(String why, int code) {
    return switch (code) {
      case 401 -> CLOCK_HINT;
      case 403 -> why.toLowerCase(Locale.ROOT).contains("email") ? EMAIL_HINT : "";
      default -> "";
    };
  }
}
