package org.bulbil.agent.bequest;

import java.io.IOException;
import java.util.List;
import org.bulbil.tor.family.OnionKey;

/** The secret keys that open what is sealed to this server. */
@FunctionalInterface
public interface OnionKeys {

  /** Newest first; none before they are made. */
  List<OnionKey> read() throws IOException;
}
