package org.bulbil.atlas.network;

import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.contact.Heritage;
import org.bulbil.tor.Fingerprint;

/**
 * A relay as the map shows it.
 *
 * @param fingerprint as in the details
 * @param details as Onionoo tells them
 * @param addresses of its contact line, on the map's chain, each with a right checksum
 * @param heritage where its contact line says that it is one of ours; anybody may write that
 * @param page what its own status page says, and what was found out about it
 */
public record Relay(
    Fingerprint fingerprint,
    RelayDetails details,
    List<BitcoinAddress> addresses,
    Optional<Heritage> heritage,
    Optional<OwnPage> page) {

  public Relay {
    addresses = List.copyOf(addresses);
  }
}
