package org.bulbil.agent.launch;

import java.net.InetAddress;
import java.net.URI;
import org.bulbil.agent.family.Belonging;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.naming.NameRecords;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.family.FamilyKey;

/** How founders are met once their servers run, by what they are for. */
public sealed interface Welcoming {

  /**
   * Relays are found in the consensus, and brought the key of their family.
   *
   * @param directory where they appear
   * @param courier brings them the key
   * @param belonging tells who has joined the family
   */
  record OfRelays(Relays directory, Courier courier, FamilyKey key, Belonging belonging)
      implements Welcoming {}

  /**
   * Servers of a site are brought its content, answer at their address, and add that to its name.
   *
   * @param records of the name
   */
  record OfSite(NameRecords records, Guest guest, Porter porter) implements Welcoming {}

  /** Looks at a server of the site as a visitor does. */
  @FunctionalInterface
  interface Guest {

    /** Who shows the site at {@code address}; refused or unknown where nobody of ours does. */
    Outcome<Fingerprint> seen(InetAddress address);
  }

  /** Brings the content of the site. */
  @FunctionalInterface
  interface Porter {

    /**
     * Can be repeated; refused where the server wants another.
     *
     * @param page its status page
     */
    Outcome<URI> bring(URI page);
  }
}
