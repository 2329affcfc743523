package org.bulbil.agent.launch;

import java.net.URI;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.Accepted;
import org.bulbil.tor.family.SealedFamilyKey;

/** Brings the family key to a relay's {@link org.bulbil.agent.family.KeyDoor}. */
@FunctionalInterface
public interface Courier {

  /** Can be repeated; refused where the relay does not want it or cannot open it. */
  Outcome<Accepted> bring(URI page, SealedFamilyKey key);
}
