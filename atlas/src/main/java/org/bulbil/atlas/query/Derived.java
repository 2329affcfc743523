package org.bulbil.atlas.query;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is made of something that is swapped now and then, and takes a while to make. The first who
 * asks waits for it; while a newer one is being made, everybody gets the one before.
 *
 * @param <S> of what it is made
 * @param <T> what is made
 */
public final class Derived<S, T> implements Supplier<T> {

  /** How it is made. */
  public interface Maker<S, T> {

    /** Whether {@code made} still holds. */
    boolean holds(T made, S source);

    /**
     * Makes it.
     *
     * @param former what was made of an older source
     */
    T make(S source, Optional<T> former);
  }

  private final Supplier<S> source;
  private final Maker<S, T> maker;
  private final Executor worker;
  private final AtomicBoolean isBeingMade = new AtomicBoolean();
  private volatile @Nullable T made;

  /**
   * @param source says always the newest, at once
   * @param worker makes newer ones; where it does so at once, whoever asks first waits for it
   */
  public Derived(Supplier<S> source, Maker<S, T> maker, Executor worker) {
    this.source = source;
    this.maker = maker;
    this.worker = worker;
  }

  @Override
  public T get() {
    var former = made;
    if (former == null) {
      return first();
    }
    if (!maker.holds(former, source.get()) && isBeingMade.compareAndSet(false, true)) {
      worker.execute(() -> renew(former));
      return Objects.requireNonNull(made);
    }
    return former;
  }

  private synchronized T first() {
    var first = made;
    if (first == null) {
      first = maker.make(source.get(), Optional.empty());
      made = first;
    }
    return first;
  }

  private void renew(T former) {
    try {
      made = maker.make(source.get(), Optional.of(former));
    } finally {
      isBeingMade.set(false);
    }
  }
}
