package org.bulbil.atlas.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form that somebody sent by POST, within the server's bounds: for what must not stand in an
 * address, since addresses are kept in histories and logs.
 *
 * @param path as in {@link Ask}
 * @param fields decoded; of a repeated one all values
 */
public record Form(String path, Map<String, List<String>> fields) {

  /** Its first value; an empty one counts. */
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name)).map(List::getFirst);
  }
}
