package org.bulbil.agent.relay;

import java.util.Optional;
import org.bulbil.agent.birth.Announcements;
import org.bulbil.agent.family.FamilyWatch;
import org.bulbil.agent.tenancy.Home;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.status.Validity;

/** Keeps one Tor relay running, and looks things up in the directory that it holds. */
public interface Keeper extends Announcements, FamilyWatch.Registry {

  /**
   * Sees to it that the relay runs, and says how it is.
   *
   * @param card what its contact line is to say
   */
  Condition keep(Home home, Card card);

  /** Ends the relay, for good, and says so; harmless where it has ended. */
  Condition rest();

  /** When the newest consensus that it holds is meant to be used. */
  Outcome<Validity> validity();

  /**
   * What a relay says of itself in the directory, signature checked; empty where it is not there.
   */
  Outcome<Optional<ServerDescriptor>> descriptor(Fingerprint relay);

  @Override
  default Outcome<Optional<ServerDescriptor>> of(Fingerprint relay) {
    return descriptor(relay);
  }
}
