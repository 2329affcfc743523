package org.bulbil.sandbox.witness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bulbil.sandbox.provider.book.MachineId;

/** Every relay that ever was, in the order of birth. Safe for several threads. */
final class Census {

  private final Map<String, Relay> relays = new LinkedHashMap<>();

  synchronized void add(Relay relay) {
    relays.put(relay.hostname(), relay);
  }

  /** Changes what is known of one relay; nothing where there is none of that name. */
  synchronized Optional<Relay> change(String hostname, UnaryOperator<Relay> change) {
    return Optional.ofNullable(
        relays.computeIfPresent(hostname, (_, relay) -> change.apply(relay)));
  }

  synchronized Optional<Relay> find(String hostname) {
    return Optional.ofNullable(relays.get(hostname));
  }

  synchronized Optional<Relay> on(MachineId machine) {
    return relays.values().stream().filter(relay -> relay.machine().equals(machine)).findFirst();
  }

  synchronized List<Relay> all() {
    return List.copyOf(relays.values());
  }
}
