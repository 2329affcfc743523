package org.bulbil.agent.workload;

import java.util.Optional;
import org.bulbil.agent.bequest.OnionKeys;
import org.bulbil.agent.bequest.Relatives;
import org.bulbil.agent.birth.Announcements;
import org.bulbil.agent.birth.Offspring;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.tor.Fingerprint;

/**
 * Who a server is among those of its kind, and where the others are found: a parent its child, an
 * heir its testator.
 */
public interface Relations extends Announcements, Relatives, Offspring {

  /**
   * The name that nobody else can take: children are told it as their parent's, and orders to stop
   * may be addressed to it. Empty while it is not known; once known it never changes.
   */
  Optional<Fingerprint> identity();

  /** The family that this server belongs to, shown to others or not yet. */
  FamilyId family();

  /** The family as this server can show it; empty while it cannot. */
  Optional<FamilyId> declared();

  /**
   * What the wallet is to sign of itself: whose gifts it takes. One line of printable ASCII; empty
   * while there is nothing to say.
   *
   * @param address of the wallet
   */
  Optional<String> statement(String address);

  /** The keys by which others seal what is for this server alone. */
  OnionKeys onionKeys();
}
