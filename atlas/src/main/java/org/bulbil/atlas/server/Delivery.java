package org.bulbil.atlas.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.bulbil.atlas.web.Answer;
import org.bulbil.atlas.web.Ask;
import org.bulbil.atlas.web.Gzip;
import org.bulbil.atlas.web.Shelf;

/**
 * Sends an answer with what belongs to each: headers that forbid what a page of ours never does,
 * packing, and 304 where the asker has it already.
 */
final class Delivery {

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self';"
              + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), payment=()");

  /** What packing shortens; pictures are packed already. */
  private static final Pattern TEXT =
      Pattern.compile("(?:text/|application/(?:[a-z.]+\\+)?(?:json|xml|javascript|openmetrics)).*");

  /** Below, packing saves no packet. */
  private static final int PACKED_MIN = 1_000;

  /** Above, a packed answer is not kept but packed while it is sent. */
  private static final int KEPT_MAX = 1 << 20;

  /** Packed answers that are kept, all together. */
  private static final long SHELF_BYTES = 8L << 20;

  private static final int BUFFER = 1 << 16;

  private final Optional<URI> onion;
  private final Shelf<byte[]> packed = new Shelf<>(SHELF_BYTES, bytes -> bytes.length);

  /**
   * @param onion where the same site is an onion service, without a path
   */
  Delivery(Optional<URI> onion) {
    this.onion = onion;
  }

  /** What is sent in the end: 304 without a body where the asker has the same. */
  Answer conditional(Ask ask, Answer answer) {
    return answer.status() == 200 && isKnown(ask, answer)
        ? new Answer(304, answer.headers(), new byte[0])
        : answer;
  }

  private static boolean isKnown(Ask ask, Answer answer) {
    var asked = ask.header("if-none-match");
    var tag = Optional.ofNullable(answer.headers().get("ETag"));
    if (asked.isPresent()) {
      return asked.get().equals("*") || tag.filter(own -> names(asked.get(), own)).isPresent();
    }
    var since = ask.header("if-modified-since").flatMap(Delivery::time);
    var modified =
        Optional.ofNullable(answer.headers().get("Last-Modified")).flatMap(Delivery::time);
    return since.isPresent() && modified.filter(time -> !time.isAfter(since.get())).isPresent();
  }

  private static boolean names(String tags, String own) {
    return Arrays.stream(tags.split(",")).anyMatch(tag -> bare(tag).equals(bare(own)));
  }

  private static String bare(String tag) {
    return tag.strip().replaceFirst("^W/", "");
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Packed where the asker takes that and it is worth it. */
  Answer packed(Ask ask, Answer answer) {
    var headers = answer.headers();
    if (answer.status() != 200
        || headers.containsKey("Content-Encoding")
        || !TEXT.matcher(headers.getOrDefault("Content-Type", "")).matches()
        || answer.length().orElse(Long.MAX_VALUE) < PACKED_MIN) {
      return answer;
    }
    var varying = answer.with("Vary", "Accept-Encoding");
    return Gzip.isAcceptedBy(ask) ? pack(ask, varying) : varying;
  }

  private Answer pack(Ask ask, Answer answer) {
    var headers = answer.with("Content-Encoding", "gzip").headers();
    var tag = answer.headers().get("ETag");
    if (answer.length().orElse(Long.MAX_VALUE) > KEPT_MAX) {
      return new Answer(
          answer.status(), headers, OptionalLong.empty(), out -> packInto(answer, out));
    }
    var key = tag + " " + ask.path() + "?" + ask.query();
    var bytes =
        tag == null
            ? Gzip.packed(answer::writeTo)
            : packed.get(key, () -> Gzip.packed(answer::writeTo));
    return new Answer(answer.status(), headers, bytes);
  }

  private static void packInto(Answer answer, OutputStream out) throws IOException {
    try (var gzip = Gzip.stream(out)) {
      answer.writeTo(gzip);
    }
  }

  /**
   * Sends it whole.
   *
   * @throws IOException where the asker has gone
   */
  void send(HttpExchange exchange, Answer answer) throws IOException {
    var headers = exchange.getResponseHeaders();
    ALWAYS.forEach(headers::set);
    answer.headers().forEach(headers::set);
    boolean isForAll = answer.headers().containsKey("Access-Control-Allow-Origin");
    headers.set("Cross-Origin-Resource-Policy", isForAll ? "cross-origin" : "same-origin");
    onion.ifPresent(
        site -> headers.set("Onion-Location", site + exchange.getRequestURI().toString()));
    if (exchange.getRequestMethod().equals("HEAD") || answer.status() == 304) {
      sendHead(exchange, answer);
    } else {
      sendBody(exchange, answer);
    }
  }

  private static void sendHead(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.status() != 304) {
      answer
          .length()
          .ifPresent(
              length -> exchange.getResponseHeaders().set("Content-Length", Long.toString(length)));
    }
    exchange.sendResponseHeaders(answer.status(), -1);
  }

  private static void sendBody(HttpExchange exchange, Answer answer) throws IOException {
    long length = answer.length().orElse(0);
    exchange.sendResponseHeaders(
        answer.status(), answer.length().isPresent() && length == 0 ? -1 : length);
    try (var out = new BufferedOutputStream(exchange.getResponseBody(), BUFFER)) {
      answer.writeTo(out);
    }
  }
}
