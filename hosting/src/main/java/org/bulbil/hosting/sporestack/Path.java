package org.bulbil.hosting.sporestack;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.hosting.CreditToken;

/**
 * A path of the API and the secrets that stand in it.
 *
 * @param text from the first slash on
 * @param secrets that must not be repeated to anybody
 */
record Path(String text, List<String> secrets) {

  static Path to(String text) {
    return new Path(text, List.of());
  }

  static Path to(CreditToken token, String rest) {
    return new Path("/token/" + token.value() + rest, List.of(token.value()));
  }

  static Path to(CreditToken token, LeaseId id, String rest) {
    return to(token, "/servers/" + encoded(id.value()) + rest).hiding(id.value());
  }

  private Path hiding(String secret) {
    return new Path(text, Stream.concat(secrets.stream(), Stream.of(secret)).toList());
  }

  /** The same with one more query parameter. */
  Path with(String name, String value) {
    var joint = text.contains("?") ? "&" : "?";
    return new Path(text + joint + name + "=" + encoded(value), secrets);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  URI under(String base) {
    return URI.create(base + text);
  }

  @Override
  public String toString() {
    return "a path of " + text.length() + " characters";
  }
}
