package org.bulbil.atlas.page;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.core.outcome.Outcome;

/** Which relays a query of Onionoo's protocol is after. */
@FunctionalInterface
public interface Search {

  /**
   * Those that match, in any order; refused where a parameter breaks a rule of the protocol.
   *
   * @param parameters of the protocol, without order, offset and limit
   */
  Outcome<Collection<Relay>> find(
      Snapshot snapshot, Map<String, List<String>> parameters, Instant now);
}
