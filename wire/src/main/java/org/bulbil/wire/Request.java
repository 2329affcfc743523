package org.bulbil.wire;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One HTTP request. It prints without its URI, headers and body, which may hold secrets.
 *
 * @param method such as {@code GET}
 * @param uri with scheme http or https
 * @param headers besides those that every request has
 * @param body as UTF-8; empty for none
 */
public record Request(String method, URI uri, Map<String, String> headers, String body) {

  public Request {
    headers = Map.copyOf(headers);
  }

  /** A request without a body. */
  public static Request of(String method, URI uri) {
    return new Request(method, uri, Map.of(), "");
  }

  /** The same with one more header. */
  public Request withHeader(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Request(method, uri, more, body);
  }

  /** The same with a body of type {@code contentType}. */
  public Request withBody(String contentType, String text) {
    return new Request(method, uri, headers, text).withHeader("Content-Type", contentType);
  }

  /** Whether a body is sent, be it empty: POST, PUT and PATCH have one (RFC 9110, section 8.6). */
  boolean hasBody() {
    return !body.isEmpty()
        || method.equals("POST")
        || method.equals("PUT")
        || method.equals("PATCH");
  }

  @Override
  public String toString() {
    return method + " …";
  }
}
