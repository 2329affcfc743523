package org.bulbil.atlas.ingest;

import org.bulbil.core.outcome.Outcome;

/** Listens to what sources tell, in order to count it. */
@FunctionalInterface
public interface Hearing {

  /** Nobody listens. */
  Hearing NOBODY = (_, _) -> {};

  /** A source was asked, and this came of it. */
  void heard(String source, Outcome<Told> outcome);
}
