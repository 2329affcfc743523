package org.bulbil.agent.birth;

import java.util.Optional;
import org.bulbil.core.money.Cents;

/** What the relay's own rent leaves for others, at this heartbeat. */
public interface Surplus {

  /** Nothing is known of it. */
  Surplus UNKNOWN = _ -> Optional.empty();

  /** Whether it covers {@code amount}; empty while that is not known. */
  Optional<Boolean> covers(Cents amount);
}
