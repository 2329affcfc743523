package org.bulbil.agent.family;

import java.util.Optional;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.ServerDescriptor;

/** The Tor directory, as a nurse reads what a relay says of itself. */
@FunctionalInterface
public interface Descriptors {

  /** The relay's own words, signature checked; empty where the directory has none. */
  Outcome<Optional<ServerDescriptor>> of(Fingerprint relay);
}
