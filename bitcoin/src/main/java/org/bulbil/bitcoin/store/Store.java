package org.bulbil.bitcoin.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What must survive: {@link Table tables}, whose rows are all in memory, and {@link Log logs},
 * whose rows are not, both written through to a {@link Medium} in transactions. The memory never
 * runs ahead of the disk: what a failed transaction changed is taken back in both.
 *
 * <p>Threads: any thread may call; one lock lets a single transaction run at a time, and one within
 * another joins it. A transaction must therefore never wait for the network.
 */
public final class Store implements AutoCloseable {

  private final Medium medium;
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<String> names = new HashSet<>();
  private final List<Runnable> undo = new ArrayList<>();
  private boolean isInside;
  private boolean isBroken;

  public Store(Medium medium) {
    this.medium = medium;
  }

  /**
   * Opens a table, making it where it is missing; each only once, since its rows are here.
   *
   * @param key what {@code form} has in its first column; rows are in its order
   */
  public <K extends Comparable<K>, R> Table<K, R> table(Form<R> form, Function<R, K> key) {
    return read(
        () -> {
          claim(form.sheet());
          return new Table<>(this, medium, form, key);
        });
  }

  /** Opens a log, making it where it is missing; each only once. */
  public <R> Log<R> log(Form<R> form) {
    return read(
        () -> {
          var sheet = Log.sheet(form);
          claim(sheet);
          return new Log<>(this, medium, form, sheet);
        });
  }

  private void claim(Sheet sheet) {
    if (!names.add(sheet.name())) {
      throw new IllegalStateException(sheet.name() + " is open already");
    }
    medium.make(sheet);
  }

  /**
   * Runs {@code work} in one transaction: durable when it returns, undone on disk and in memory
   * where it throws or cannot be committed.
   *
   * @throws StoreException where the disk is broken or full
   */
  public <T extends @Nullable Object> T transact(Supplier<T> work) {
    return read(() -> isInside ? joined(work) : committed(work));
  }

  /** As {@link #transact}, for work without a result. */
  public void write(Runnable work) {
    transact(
        () -> {
          work.run();
          return true;
        });
  }

  private <T extends @Nullable Object> T committed(Supplier<T> work) {
    isInside = true;
    boolean done = false;
    try {
      var result = work.get();
      commit();
      done = true;
      return result;
    } finally {
      isInside = false;
      isBroken = false;
      if (!done) {
        takeBack();
      }
      undo.clear();
    }
  }

  private void commit() {
    if (isBroken) {
      throw new StoreException("a part of this transaction failed, so nothing of it is kept");
    }
    if (!undo.isEmpty()) {
      medium.commit();
    }
  }

  /** A part that fails breaks the whole, even where somebody catches what it threw. */
  private <T extends @Nullable Object> T joined(Supplier<T> work) {
    boolean done = false;
    try {
      var result = work.get();
      done = true;
      return result;
    } finally {
      isBroken |= !done;
    }
  }

  private void takeBack() {
    if (undo.isEmpty()) {
      return;
    }
    undo.reversed().forEach(Runnable::run);
    try {
      medium.rollback();
    } catch (StoreException e) {
      System.getLogger(Store.class.getName())
          .log(System.Logger.Level.WARNING, "cannot roll back: {0}", e.getMessage());
    }
  }

  /** Changes the medium and then the memory, in a transaction; {@code back} undoes the latter. */
  void change(Runnable onMedium, Runnable inMemory, Runnable back) {
    write(
        () -> {
          undo.add(back);
          onMedium.run();
          inMemory.run();
        });
  }

  /** Looks at several rows while nobody changes them. */
  public <T extends @Nullable Object> T read(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    read(
        () -> {
          medium.close();
          return true;
        });
  }
}
