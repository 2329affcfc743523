package org.bulbil.agent.birth;

import java.util.Optional;
import org.bulbil.bitcoin.Address;
import org.bulbil.core.lease.Hostname;

/** The coins that a parent sends to a child's own wallet. */
public interface StartGift {

  /**
   * Sends the gift, once for each child whatever happens in between.
   *
   * @return what became of it, in words; empty where it cannot be known yet
   */
  Optional<String> send(Hostname child, Address address);
}
