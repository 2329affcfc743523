package org.bulbil.atlas.query;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.bulbil.atlas.network.Snapshot;

/** The index of the snapshot that is in force: built by the first who asks for it. */
public final class CurrentIndex implements Supplier<Index> {

  private final Supplier<Snapshot> snapshots;
  private final ReentrantLock building = new ReentrantLock();
  private volatile Index index;

  /**
   * @param snapshots says always the newest one, at once
   */
  public CurrentIndex(Supplier<Snapshot> snapshots) {
    this.snapshots = snapshots;
    this.index = new Index(snapshots.get());
  }

  /** While a newer one is being built, everybody else gets the one before. */
  @Override
  public Index get() {
    var snapshot = snapshots.get();
    if (index.snapshot() != snapshot && building.tryLock()) {
      try {
        if (index.snapshot() != snapshot) {
          index = index.renewed(snapshot);
        }
      } finally {
        building.unlock();
      }
    }
    return index;
  }
}
