package org.bulbil.atlas.api.onionoo;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.query.Index;
import org.bulbil.core.time.Time;

/** The library of the snapshot that is in force. */
final class CurrentLibrary implements Supplier<Library> {

  private final Supplier<Index> indexes;
  private final Time time;
  private final ReentrantLock building = new ReentrantLock();
  private volatile Library library;

  CurrentLibrary(Supplier<Index> indexes, Time time) {
    this.indexes = indexes;
    this.time = time;
    this.library = new Library(indexes.get(), time.now());
  }

  /** While a newer one is being made, everybody else gets the one before. */
  @Override
  public Library get() {
    if (isStale() && building.tryLock()) {
      try {
        if (isStale()) {
          library = new Library(indexes.get(), time.now());
        }
      } finally {
        building.unlock();
      }
    }
    return library;
  }

  /** Whether there are other relays or bridges; how sources do is not written in it. */
  private boolean isStale() {
    Snapshot newest = indexes.get().snapshot();
    Snapshot written = library.index().snapshot();
    return newest != written
        && !(newest.number() == written.number()
            && newest.relays().equals(written.relays())
            && newest.bridges().equals(written.bridges()));
  }
}
