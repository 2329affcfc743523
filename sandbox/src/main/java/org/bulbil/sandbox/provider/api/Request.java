package org.bulbil.sandbox.provider.api;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.sandbox.provider.endpoint.PathTemplate;

/**
 * What was asked.
 *
 * @param path its segments, percent signs decoded
 * @param query the last value of each name
 * @param body as UTF-8
 */
record Request(String method, List<String> path, Map<String, String> query, String body) {

  /**
   * The largest body: user data of 65,536 characters of which each takes six bytes in JSON, and as
   * much again for everything else.
   */
  private static final int BODY_MAX = 1 << 20;

  /** The request of an exchange; empty where its body is too large. */
  static Optional<Request> of(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readNBytes(BODY_MAX + 1);
    return body.length > BODY_MAX
        ? Optional.empty()
        : Optional.of(of(exchange, new String(body, StandardCharsets.UTF_8)));
  }

  private static Request of(HttpExchange exchange, String body) {
    URI uri = exchange.getRequestURI();
    var segments = PathTemplate.segments(uri.getRawPath()).stream().map(Request::decoded).toList();
    return new Request(exchange.getRequestMethod(), segments, query(uri), body);
  }

  private static Map<String, String> query(URI uri) {
    var query = new HashMap<String, String>();
    if (uri.getRawQuery() != null) {
      for (var pair : uri.getRawQuery().split("&", -1)) {
        var equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        query.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  /** A malformed escape cannot reach this: the server's own parsing of the URI refuses it. */
  private static String decoded(String escaped) {
    return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
  }
}
