package org.bulbil.atlas.tip;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bulbil.atlas.network.Relay;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.contact.Heritage;

/**
 * Who belongs to one operator by what relays say together: who mention each other, who have a
 * family key in common, and who say that they are of one family of ours. Relatives of relatives are
 * relatives. A relay can leave out its relatives; that is what the caps on addresses and networks
 * are for.
 */
final class Kinship {

  private final Map<String, String> nearer = new HashMap<>();

  /** Of all relays of a network. */
  Kinship(List<Relay> relays) {
    for (var relay : relays) {
      var own = relay.fingerprint().value();
      Objects.requireNonNullElse(relay.details().effectiveFamily(), List.<String>of())
          .forEach(other -> join(own, other));
      Objects.requireNonNullElse(relay.details().familyIds(), List.<String>of())
          .forEach(id -> join(own, "id " + id));
      relay
          .heritage()
          .flatMap(Heritage::family)
          .map(FamilyId::value)
          .ifPresent(id -> join(own, "id " + id));
    }
  }

  /** A name of its family that is the same for all of them; empty where it has no relatives. */
  Optional<String> family(Relay relay) {
    var own = relay.fingerprint().value();
    return nearer.containsKey(own) ? Optional.of(root(own)) : Optional.empty();
  }

  /** The smaller name is the root, so that no order of the relays matters. */
  private void join(String one, String other) {
    var a = root(one);
    var b = root(other);
    if (!a.equals(b)) {
      var root = a.compareTo(b) < 0 ? a : b;
      nearer.put(a, root);
      nearer.put(b, root);
      nearer.put(root, root);
    }
  }

  private String root(String name) {
    var at = name;
    for (var next = nearer.getOrDefault(at, at);
        !next.equals(at);
        next = nearer.getOrDefault(at, at)) {
      nearer.put(at, nearer.getOrDefault(next, next)); // halves the way for the next time
      at = next;
    }
    return at;
  }
}
