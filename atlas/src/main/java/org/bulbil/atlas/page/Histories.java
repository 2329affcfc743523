package org.bulbil.atlas.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.history.Series;
import org.bulbil.atlas.store.Store;
import org.bulbil.tor.Fingerprint;

/**
 * Histories as the store has them, of the relays that were looked at last: a page is followed by
 * the dozen pictures on it. Safe for several threads.
 */
final class Histories {

  /** Some tens of relays; a document weighs some kilobytes. */
  private static final int COUNT_MAX = 200;

  private final Store store;
  private final LinkedHashMap<Key, List<Series>> kept = new LinkedHashMap<>(256, 0.75f, true);

  private record Key(long number, Fingerprint relay, Chronicle chronicle) {}

  Histories(Store store) {
    this.store = store;
  }

  /**
   * Of a relay.
   *
   * @param number of the snapshot that a page is about
   */
  List<Series> of(Fingerprint relay, Chronicle chronicle, long number) {
    var key = new Key(number, relay, chronicle);
    synchronized (this) {
      var found = kept.get(key);
      if (found != null) {
        return found;
      }
    }
    var read = store.histories(relay.value(), chronicle);
    synchronized (this) {
      kept.put(key, read);
      if (kept.size() > COUNT_MAX) {
        kept.pollFirstEntry();
      }
    }
    return read;
  }

  /** One of a document; empty where it is not there. */
  static Optional<Series> named(List<Series> all, String name) {
    return all.stream().filter(series -> series.name().equals(name)).findFirst();
  }
}
