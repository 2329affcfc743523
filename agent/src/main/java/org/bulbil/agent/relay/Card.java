package org.bulbil.agent.relay;

import java.util.List;
import java.util.Optional;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.tor.Fingerprint;

/**
 * What a relay's descriptor says besides its settings.
 *
 * @param wallet the bitcoin address that gifts go to
 * @param family that its tor holds the key of; tor publishes a new key only when another line of
 *     its descriptor changes with it, and this is that line
 * @param kin relatives, whom MyFamily names for clients that know no family keys yet
 */
public record Card(String wallet, Optional<FamilyId> family, List<Fingerprint> kin) {

  public Card {
    kin = List.copyOf(kin);
  }
}
