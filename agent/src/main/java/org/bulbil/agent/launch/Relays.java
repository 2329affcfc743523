package org.bulbil.agent.launch;

import java.util.List;
import java.util.Set;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.directory.ServerDescriptor;

/** The Tor directory, as a launcher looks for its relays in it. */
@FunctionalInterface
public interface Relays {

  /**
   * What relays of these names, which the consensus calls Running, say of themselves; signatures
   * are checked. Several may claim a name, and none be ours.
   */
  Outcome<List<ServerDescriptor>> running(Set<Hostname> names);
}
