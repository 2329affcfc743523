package org.bulbil.sandbox.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.bulbil.core.outcome.Outcome;

/** Several things at once, each on a thread of its own. */
final class Parallel {

  private Parallel() {}

  /**
   * All answers in order once all have ended, or the first outcome that is none. What was done is
   * not undone.
   */
  static <T> Outcome<List<T>> all(List<Callable<Outcome<T>>> tasks) throws IOException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<T>();
      for (var task : threads.invokeAll(tasks)) {
        var outcome = task.get();
        if (!(outcome instanceof Outcome.Done<T>(T answer))) {
          return outcome.map(List::of);
        }
        answers.add(answer);
      }
      return Outcome.done(answers);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.unknown("interrupted");
    }
  }
}
