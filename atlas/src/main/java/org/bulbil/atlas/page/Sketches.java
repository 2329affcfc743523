package org.bulbil.atlas.page;

import java.util.LinkedHashMap;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.store.Store;
import org.bulbil.core.time.Day;
import org.bulbil.tor.Fingerprint;

/** The sketches that were drawn of late, since a list has a hundred. Safe for several threads. */
final class Sketches {

  /** Twice the network; a sketch weighs about a kilobyte. */
  private static final int COUNT_MAX = 20_000;

  private final Store store;
  private final Day day;
  private final LinkedHashMap<Fingerprint, Kept> kept = new LinkedHashMap<>(1024, 0.75f, true);

  private record Kept(long number, Sketch sketch) {}

  Sketches(Store store, Day day) {
    this.store = store;
    this.day = day;
  }

  /** As of the snapshot's directory. */
  Sketch of(Fingerprint relay, Snapshot snapshot) {
    synchronized (this) {
      var found = kept.get(relay);
      if (found != null && found.number() == snapshot.number()) {
        return found.sketch();
      }
    }
    return keep(relay, snapshot.number(), Sketch.of(store, relay, snapshot.relaysPublished(), day));
  }

  private synchronized Sketch keep(Fingerprint relay, long number, Sketch sketch) {
    kept.put(relay, new Kept(number, sketch));
    if (kept.size() > COUNT_MAX) {
      kept.pollFirstEntry();
    }
    return sketch;
  }
}
