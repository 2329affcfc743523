package org.bulbil.atlas.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands behind the question mark of a URL. Broken percent signs are an {@link
 * IllegalArgumentException}.
 */
public final class QueryString {

  private QueryString() {}

  /** As browsers send forms: + is a blank. */
  public static Map<String, List<String>> form(String query) {
    var parameters = new LinkedHashMap<String, List<String>>();
    for (var pair : query.split("&", 0)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
      }
    }
    return parameters;
  }

  /** As in every other part of a URL: + is a plus sign. */
  public static Map<String, List<String>> literal(String query) {
    return form(query.replace("+", "%2B"));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
