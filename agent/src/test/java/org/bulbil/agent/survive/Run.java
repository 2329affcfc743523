package org.bulbil.agent.survive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Many lives on some threads. */
final class Run {

  /** More failures of one run teach nothing more. */
  private static final int FAILURES_MAX = 20;

  private final Options options;
  private final Life.Listener listener;
  private final Consumer<Life.Failure> onFailure;
  private final int failuresMax;
  private final AtomicInteger next = new AtomicInteger();
  private final List<Life.Failure> failures = new ArrayList<>();
  private final Tally tally = new Tally();
  private int lives;
  private Duration lived = Duration.ZERO;
  private long digest;

  Run(Options options, Life.Listener listener) {
    this(options, listener, _ -> {});
  }

  /**
   * @param onFailure told of each failure when it is found
   */
  Run(Options options, Life.Listener listener, Consumer<Life.Failure> onFailure) {
    this.options = options;
    this.listener = listener;
    this.onFailure = onFailure;
    this.failuresMax = options.without().isPresent() ? 1 : FAILURES_MAX;
  }

  Run all() throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(options.threads())) {
      for (var worker : start(threads)) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return this;
  }

  private List<Future<?>> start(ExecutorService threads) {
    var workers = new ArrayList<Future<?>>();
    for (int i = 0; i < options.threads(); i++) {
      workers.add(threads.submit(this::work));
    }
    return workers;
  }

  private void work() {
    var counts = new Tally();
    for (int i = next.getAndIncrement(); i < options.lives(); i = next.getAndIncrement()) {
      var life =
          new Life(options.seed() + i, options.length(), options.sabotage(), counts, listener);
      if (note(life.run())) {
        break;
      }
    }
    add(counts);
  }

  private synchronized void add(Tally counts) {
    tally.add(counts);
  }

  /** Whether that is enough. */
  private synchronized boolean note(Life.Result result) {
    lives++;
    lived = lived.plus(result.lived());
    digest += result.digest();
    result.failure().ifPresent(failures::add);
    result.failure().ifPresent(onFailure);
    return failures.size() >= failuresMax;
  }

  int lives() {
    return lives;
  }

  Tally tally() {
    return tally;
  }

  /** Simulated time of all lives. */
  Duration lived() {
    return lived;
  }

  /** The same for the same seeds. */
  long digest() {
    return digest;
  }

  List<Life.Failure> failures() {
    return failures;
  }

  /** After how many lives the first failure was found; those of other threads count as well. */
  Optional<Life.Failure> first() {
    return failures.stream().findFirst();
  }
}
