package org.bulbil.agent.launch;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Who works on several relays at once. */
@FunctionalInterface
public interface Crew {

  /** Does all of {@code work}; what a piece throws is thrown when all have ended. */
  void all(List<Runnable> work) throws InterruptedException;

  /** One thread, one piece after the other. */
  static Crew alone() {
    return work -> work.forEach(Runnable::run);
  }

  /**
   * At most {@code hands} pieces at once.
   *
   * @param hands few: a provider counts requests
   */
  static Crew of(int hands) {
    return work -> {
      try (var workers = Executors.newFixedThreadPool(hands, Thread.ofVirtual().factory())) {
        check(workers.invokeAll(work.stream().map(Crew::task).toList()));
      }
    };
  }

  private static Callable<Boolean> task(Runnable piece) {
    return () -> {
      piece.run();
      return true;
    };
  }

  private static void check(List<Future<Boolean>> done) throws InterruptedException {
    for (var piece : done) {
      try {
        var _ = piece.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a relay's launch failed", e.getCause());
      }
    }
  }
}
