package org.bulbil.atlas.query;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.bulbil.atlas.network.Snapshot;

/** The index of the snapshot that is in force. */
public final class CurrentIndex implements Supplier<Index> {

  private final Derived<Snapshot, Index> index;

  /**
   * An index that is built by whoever asks first.
   *
   * @param snapshots says always the newest one, at once
   */
  public CurrentIndex(Supplier<Snapshot> snapshots) {
    this(snapshots, Runnable::run);
  }

  /**
   * An index of which only the first is waited for.
   *
   * @param worker builds newer ones
   */
  public CurrentIndex(Supplier<Snapshot> snapshots, Executor worker) {
    this.index = new Derived<>(snapshots, new Building(), worker);
  }

  @Override
  public Index get() {
    return index.get();
  }

  private static final class Building implements Derived.Maker<Snapshot, Index> {

    @Override
    public boolean holds(Index index, Snapshot snapshot) {
      return index.snapshot() == snapshot;
    }

    @Override
    public Index make(Snapshot snapshot, Optional<Index> former) {
      return former.map(index -> index.renewed(snapshot)).orElseGet(() -> new Index(snapshot));
    }
  }
}
