package org.bulbil.bitcoin.chain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

  /**
   * Whether this page lists, confirmed or not, every transaction that {@code that} page has as
   * confirmed, as far down as both reach.
   */
  boolean coversConfirmedOf(HistoryPage that) {
    if (sightings.equals(that.sightings)) {
      return true;
    }
    int floor = Math.max(floor(), that.floor());
    var ours = sightings.stream().map(Sighting::transaction).collect(Collectors.toSet());
    return that.sightings.stream()
        .filter(sighting -> sighting.block().filter(block -> block.height() > floor).isPresent())
        .allMatch(sighting -> ours.contains(sighting.transaction()));
  }

  /** The height above which this page lists everything; its lowest block may go on overleaf. */
  private int floor() {
    return next.isEmpty()
        ? -1
        : sightings.stream()
            .flatMap(sighting -> sighting.block().stream())
            .mapToInt(Tip::height)
            .min()
            .orElse(Integer.MAX_VALUE);
  }
}
