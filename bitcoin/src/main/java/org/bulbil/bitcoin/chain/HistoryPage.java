package org.bulbil.bitcoin.chain;

import java.util.List;
import java.util.Optional;
import org.bulbil.bitcoin.TxId;

/**
 * A part of a script's history, newest first: on the first page what waits in the mempool (servers
 * cap it, Esplora at 50), then confirmed transactions.
 *
 * @param next what to ask for the following page; empty where this is the last
 */
public record HistoryPage(List<Sighting> sightings, Optional<TxId> next) {

  public HistoryPage {
    sightings = List.copyOf(sightings);
  }
}
