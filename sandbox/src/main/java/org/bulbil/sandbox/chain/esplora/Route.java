package org.bulbil.sandbox.chain.esplora;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One endpoint.
 *
 * @param parts of the path; one in braces stands for anything and gives it a name
 */
record Route(String method, List<String> parts, Function<Call, Answer> answer) {

  static Route get(String path, Function<Call, Answer> answer) {
    return new Route("GET", parts(path), answer);
  }

  static Route post(String path, Function<Call, Answer> answer) {
    return new Route("POST", parts(path), answer);
  }

  static List<String> parts(String path) {
    return List.of(path.replaceAll("^/|/$", "").split("/", -1));
  }

  /** The named parts of {@code path}; empty where it is not a path of this route. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != parts.size()) {
      return Optional.empty();
    }
    var variables = new HashMap<String, String>();
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      if (part.startsWith("{")) {
        variables.put(part.substring(1, part.length() - 1), path.get(i));
      } else if (!part.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
