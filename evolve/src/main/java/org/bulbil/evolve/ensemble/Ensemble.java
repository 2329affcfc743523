package org.bulbil.evolve.ensemble;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.bulbil.evolve.ensemble.Round.Lived;
import org.bulbil.evolve.world.Asking;
import org.bulbil.evolve.world.Course;
import org.bulbil.evolve.world.Crew;
import org.bulbil.evolve.world.World;

/**
 * All rounds of a design. Worlds share out the threads first; only where there are more threads
 * than worlds does a world have several. Rounds are handed on in order, so that whoever gets them
 * sees the same for any number of threads.
 */
public final class Ensemble {

  /** Far more than any machine that this is for has processors. */
  public static final int THREADS_MAX = 1024;

  /** Days between two looks at whether to stop. */
  private static final int STRETCH = 30;

  private final Design design;
  private final int threads;
  private final Progress progress;
  private volatile boolean stopped;

  public Ensemble(Design design, int threads) {
    if (threads < 1 || threads > THREADS_MAX) {
      throw new IllegalArgumentException(
          "threads must be 1 to %d, not %d".formatted(THREADS_MAX, threads));
    }
    this.design = design;
    this.threads = threads;
    this.progress = Progress.of(design);
  }

  /** How far it is. */
  public Progress progress() {
    return progress;
  }

  /**
   * Hands on each round, on the calling thread. Where that is interrupted no other round follows;
   * {@link Progress#rounds} says how many there were.
   */
  public void run(Consumer<Round> sink) {
    int atOnce = Math.min(threads, design.worlds());
    try (var pool = Executors.newFixedThreadPool(atOnce, Ensemble::worker)) {
      run(pool, sink);
    }
  }

  private static Thread worker(Runnable work) {
    return Thread.ofPlatform().daemon().name("ensemble").unstarted(work);
  }

  /** Begins as many rounds as keep all threads busy, and no more: finished worlds take memory. */
  private void run(ExecutorService pool, Consumer<Round> sink) {
    int ahead = 1 + Math.ceilDiv(threads, design.entrants().size());
    var begun = new ArrayDeque<List<Future<Lived>>>();
    int next = 0;
    try {
      for (int replicate = 0; replicate < design.replicates(); replicate++) {
        while (next < Math.min(design.replicates(), replicate + ahead)) {
          begun.add(begin(next++, pool));
        }
        sink.accept(new Round(replicate, design.seed(replicate), finish(begun)));
        progress.rounded();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stopped = true;
    }
  }

  private List<Future<Lived>> begin(int replicate, ExecutorService pool) {
    long seed = design.seed(replicate);
    return design.entrants().stream()
        .map(entrant -> pool.submit(() -> live(entrant, seed)))
        .toList();
  }

  private static List<Lived> finish(Queue<List<Future<Lived>>> begun) throws InterruptedException {
    if (Thread.interrupted()) { // A world that is over already is handed out without asking that.
      throw new InterruptedException();
    }
    var lived = new ArrayList<Lived>();
    for (var world : begun.remove()) {
      lived.add(result(world));
    }
    return lived;
  }

  private static Lived result(Future<Lived> world) throws InterruptedException {
    try {
      return world.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a world failed: " + e.getCause(), e.getCause());
    }
  }

  private Lived live(Entrant entrant, long seed) {
    try (var crew = new Crew(Math.max(1, threads / design.worlds()))) {
      var scenario = design.scenario();
      var world =
          new World(
              scenario, scenario.steadyClimate(), entrant.founders(scenario), course(seed), crew);
      for (int day = 0; day < design.days() && !stopped; day += STRETCH) {
        int days = Math.min(STRETCH, design.days() - day);
        world.run(days);
        progress.lived(days);
      }
      return new Lived(Track.of(entrant, design, world), world);
    }
  }

  private Course course(long seed) {
    return new Course(seed, design.purses(), Asking.DUE, 0);
  }
}
