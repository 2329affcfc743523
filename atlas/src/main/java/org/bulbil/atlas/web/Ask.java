package org.bulbil.atlas.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A GET or HEAD request, within the server's bounds.
 *
 * @param path decoded, begins with a slash, holds no {@code ..} and no control character
 * @param parameters decoded as a form's, where + is a blank; in the order of the query string; of a
 *     repeated one all values
 * @param query the query string as it was sent, without the question mark; empty where there is
 *     none
 * @param headers by name in small letters, the first of each
 */
public record Ask(
    String path, Map<String, List<String>> parameters, String query, Map<String, String> headers) {

  /**
   * What a link leads to, without headers.
   *
   * @param path as above
   * @param query as it is sent, well-formed
   */
  public static Ask of(String path, String query) {
    return new Ask(path, QueryString.form(query), query, Map.of());
  }

  /** Its first value; an empty one counts. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).map(List::getFirst);
  }

  /**
   * The first header of that name.
   *
   * @param name in small letters
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
