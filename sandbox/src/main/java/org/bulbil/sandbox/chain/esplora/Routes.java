package org.bulbil.sandbox.chain.esplora;

import java.util.List;
import java.util.Map;

/** All endpoints of a server. */
record Routes(List<Route> all) {

  /** Never throws for what a client has sent: nonsense is a 400, 404 or 405. */
  Answer answer(String method, String path, Map<String, String> query, String body) {
    var parts = Route.parts(path);
    var matching = all.stream().filter(route -> route.match(parts).isPresent()).toList();
    if (matching.isEmpty()) {
      return Answer.text(404, "endpoint does not exist: " + path);
    }
    return matching.stream()
        .filter(route -> route.method().equals(method))
        .findFirst()
        .map(route -> answer(route, new Call(route.match(parts).orElseThrow(), query, body)))
        .orElseGet(() -> Answer.text(405, path + " does not take " + method));
  }

  private static Answer answer(Route route, Call call) {
    try {
      return route.answer().apply(call);
    } catch (BadRequest e) {
      return Answer.text(400, String.valueOf(e.getMessage()));
    }
  }
}
