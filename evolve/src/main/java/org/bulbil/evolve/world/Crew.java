package org.bulbil.evolve.world;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** The threads of a world. They share out numbered parts of the work, each to whoever is free. */
public final class Crew implements AutoCloseable {

  /** No machine that this is for has more. */
  private static final int MOST = 1024;

  private final int threads;
  private final ExecutorService others;

  /** So many threads, the caller's among them. */
  public Crew(int threads) {
    Bounds.within("threads", threads, 1, MOST);
    this.threads = threads;
    this.others = Executors.newFixedThreadPool(Math.max(1, threads - 1), Crew::servant);
  }

  private static Thread servant(Runnable work) {
    return Thread.ofPlatform().daemon().name("world").unstarted(work);
  }

  /** Does the parts 0 to {@code parts} - 1, and returns when all are done. */
  void share(int parts, IntConsumer part) {
    var next = new AtomicInteger();
    Runnable work =
        () -> {
          for (int i = next.getAndIncrement(); i < parts; i = next.getAndIncrement()) {
            part.accept(i);
          }
        };
    var helped = new ArrayList<Future<?>>();
    for (int i = 1; i < Math.min(threads, parts); i++) {
      helped.add(others.submit(work));
    }
    work.run();
    helped.forEach(Crew::await);
  }

  private static void await(Future<?> work) {
    try {
      work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a day was lived", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a part of a day failed", e.getCause());
    }
  }

  @Override
  public void close() {
    others.shutdownNow();
  }
}
