package org.bulbil.atlas.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.network.SourceHealth;
import org.bulbil.core.time.Time;

/**
 * The newest snapshot of a store, which is swapped whole when the store has a newer one. While the
 * store fails, the former one stays, with the failure among its sources.
 */
public final class LiveSnapshot implements Supplier<Snapshot> {

  /** By which a failing store stands among the sources. */
  public static final String STORE = "store";

  /** From one look to the next; a look is one small query. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final System.Logger LOG = System.getLogger(LiveSnapshot.class.getName());

  private final Store store;
  private final Time time;
  private volatile Snapshot current;
  private Instant succeeded;
  private boolean isFailing;

  /**
   * Reads the store's newest.
   *
   * @throws StoreException where it cannot be read from the beginning
   */
  public LiveSnapshot(Store store, Time time) {
    this.store = store;
    this.time = time;
    this.current = store.snapshot();
    this.succeeded = time.now();
  }

  @Override
  public Snapshot get() {
    return current;
  }

  /** Looks whether there is a newer one; returns when it can be had. */
  public synchronized void refresh() {
    try {
      if (isFailing || store.newest() != current.number()) {
        current = store.snapshot();
        isFailing = false;
      }
      succeeded = time.now();
    } catch (StoreException e) {
      keepFormer(e);
    }
  }

  /** Looks again and again, until it is interrupted. */
  public void follow() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        time.pause(PAUSE);
        refresh();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keepFormer(StoreException failure) {
    if (isFailing) {
      return;
    }
    isFailing = true;
    LOG.log(System.Logger.Level.WARNING, "the map stays as it is: {0}", failure.getMessage());
    var sources = new ArrayList<>(current.sources());
    sources.removeIf(source -> source.name().equals(STORE));
    sources.add(
        new SourceHealth(
            STORE,
            Optional.of(succeeded),
            Optional.empty(),
            Optional.of(time.now()),
            Optional.ofNullable(failure.getMessage())));
    current = current.withSources(sources);
  }
}
