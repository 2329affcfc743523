package org.bulbil.agent.birth;

import java.util.List;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;

/** The Tor directory, as a parent looks for a child in it. */
public interface Announcements {

  /**
   * Relays in the consensus with {@code nickname}; several may claim it, and none be ours. Unknown
   * where the own tor cannot be asked.
   */
  Outcome<List<Announcement>> named(Hostname nickname);

  /** The relays whose name begins so and that the consensus calls Running. */
  Outcome<List<Fingerprint>> running(String prefix);
}
