package org.bulbil.atlas.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bulbil.atlas.web.Ask;
import org.bulbil.atlas.web.Form;
import org.bulbil.atlas.web.QueryString;
import org.bulbil.core.outcome.Outcome;

/** Makes an {@link Ask} of a request, or refuses it by a status of HTTP and a reason. */
final class Gate {

  /** Letters of path and query: a lookup of 190 relays still fits. */
  static final int URL_MAX = 8_192;

  /** The protocol has 24 parameters, pages a few more. */
  static final int PARAMETERS_MAX = 64;

  private static final int PATH_MAX = 512;

  private static final String FORM = "application/x-www-form-urlencoded";

  private static final String PERCENT = "a percent sign is followed by two hexadecimal digits";

  /** Bytes: a pledge with the signature of one coin has 2,000, a list of a hundred coins 20,000. */
  private static final int FORM_MAX = 65_536;

  /** Slashes and backslashes in disguise, and the zero byte: nobody needs them. */
  private static final Pattern TRICK = Pattern.compile("(?i)%(?:2f|5c|00)|//|\\\\");

  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cntrl}\\uFFFD]");

  private Gate() {}

  static Outcome<Ask> read(String method, URI uri, Headers headers) {
    if (!method.equals("GET") && !method.equals("HEAD") && !isForm(method, headers)) {
      return refused(405, "everything here is read by GET or HEAD, or sent as " + FORM);
    }
    var path = Optional.ofNullable(uri.getRawPath()).orElse("");
    var query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    if (path.length() + query.length() > URL_MAX) {
      return refused(414, "an address has at most " + URL_MAX + " characters");
    }
    if (query.chars().filter(letter -> letter == '&').count() >= PARAMETERS_MAX) {
      return refused(400, "at most " + PARAMETERS_MAX + " parameters");
    }
    return path(uri, path).flatMap(plain -> ask(plain, query, headers));
  }

  /** Whether it brings a form. */
  static boolean isForm(String method, Headers headers) {
    var type = Optional.ofNullable(headers.getFirst("Content-Type"));
    return method.equals("POST") && type.filter(it -> it.startsWith(FORM)).isPresent();
  }

  /**
   * The form of a request that has come through {@link #read}.
   *
   * @throws IOException where the sender has gone
   */
  static Outcome<Form> form(Ask head, InputStream body) throws IOException {
    if (head.header("sec-fetch-site").orElse("none").equals("cross-site")) {
      return refused(403, "a form of another site is not taken");
    }
    var bytes = body.readNBytes(FORM_MAX + 1);
    if (bytes.length > FORM_MAX) {
      return refused(413, "a form has at most " + FORM_MAX + " bytes");
    }
    try {
      return Outcome.done(new Form(head.path(), QueryString.form(new String(bytes, UTF_8))));
    } catch (IllegalArgumentException _) {
      return refused(400, PERCENT);
    }
  }

  private static Outcome<String> path(URI uri, String raw) {
    if (uri.isAbsolute() || uri.getRawAuthority() != null || !raw.startsWith("/")) {
      return refused(400, "a path begins with a slash");
    }
    var path = uri.getPath();
    if (raw.length() > PATH_MAX
        || TRICK.matcher(raw).find()
        || HIDDEN.matcher(path).find()
        || Arrays.asList(path.split("/")).contains("..")) {
      return refused(400, "a path is short, of whole names in UTF-8, each behind one slash");
    }
    return Outcome.done(path);
  }

  private static Outcome<Ask> ask(String path, String query, Headers headers) {
    try {
      return Outcome.done(new Ask(path, QueryString.form(query), query, first(headers)));
    } catch (IllegalArgumentException _) {
      return refused(400, PERCENT);
    }
  }

  private static Map<String, String> first(Headers headers) {
    var first = HashMap.<String, String>newHashMap(headers.size());
    headers.forEach((name, values) -> first.put(name.toLowerCase(Locale.ROOT), first(values)));
    return first;
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : String.valueOf(values.getFirst());
  }

  private static <T> Outcome<T> refused(int status, String why) {
    return Outcome.refused(why, status);
  }
}
