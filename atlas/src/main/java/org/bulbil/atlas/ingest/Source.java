package org.bulbil.atlas.ingest;

import java.time.Duration;
import org.bulbil.atlas.store.Store;
import org.bulbil.core.outcome.Outcome;

/** Somebody who tells what is in the network: a server, a folder, the chain. */
public interface Source {

  /** For people, and by which its health is remembered, such as a host; no secret. */
  String name();

  /** From one answer to the next question. */
  Duration interval();

  /** Whether it answers within seconds and without any network, so that a map may wait for it. */
  default boolean isAtHand() {
    return false;
  }

  /**
   * Asks, and publishes what is new in one or more updates, each of which is right by itself. An
   * update is begun when the answers are here, since others wait for it.
   *
   * @return what was told; refused or unknown where nothing can be made of it, and then the store
   *     is as it was
   * @throws InterruptedException where the program ends; an unfinished update is undone
   */
  Outcome<Told> bringUpToDate(Store store) throws InterruptedException;
}
