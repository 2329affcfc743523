package org.bulbil.agent.bequest;

import java.util.List;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;

/** Where the running servers of a family are found. */
@FunctionalInterface
public interface Relatives {

  /** All but {@code self}; unknown where it cannot be seen who runs. */
  Outcome<List<Kin>> of(FamilyId family, Fingerprint self);
}
