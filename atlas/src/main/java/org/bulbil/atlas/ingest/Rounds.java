package org.bulbil.atlas.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bulbil.atlas.network.SourceHealth;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.store.StoreException;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/**
 * Goes to every source again and again, to each by itself, so that one that hangs or fails delays
 * no other. A source that fails is asked again soon, and then less and less often.
 */
public final class Rounds implements AutoCloseable {

  /** After the first failure; each further one in a row makes it twice as long. */
  static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

  /** Up to about an hour. */
  private static final int DOUBLINGS_MAX = 6;

  private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

  private final Store store;
  private final Time time;
  private final Hearing hearing;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public Rounds(Store store, Time time) {
    this(store, time, Hearing.NOBODY);
  }

  /**
   * Rounds that somebody listens to.
   *
   * @param hearing is told of each answer
   */
  public Rounds(Store store, Time time, Hearing hearing) {
    this.store = store;
    this.time = time;
    this.hearing = hearing;
  }

  /** Begins with all of them; returns at once. */
  public void begin(List<Source> sources) {
    sources.forEach(source -> threads.execute(() -> follow(source)));
  }

  private void follow(Source source) {
    int failures = 0;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        failures = once(source) instanceof Outcome.Done<Told> ? 0 : failures + 1;
        time.pause(pause(source.interval(), failures));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Until it is asked again: after a failure in a minute, or as soon as always where that is
   * sooner; then twice as long each time, up to its interval, or a minute.
   */
  static Duration pause(Duration interval, int failures) {
    if (failures == 0) {
      return interval;
    }
    var first = Collections.min(List.of(interval, FIRST_PAUSE));
    var last = Collections.max(List.of(interval, FIRST_PAUSE));
    var pause = first.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS_MAX));
    return Collections.min(List.of(pause, last));
  }

  /** Goes to one source once, and remembers how it did. */
  public Outcome<Told> once(Source source) throws InterruptedException {
    var outcome = ask(source);
    var now = time.now();
    try (var update = store.update()) {
      update.health(health(source.name(), outcome, now));
      update.publish();
    } catch (StoreException e) {
      LOG.log(System.Logger.Level.WARNING, "{0}: {1}", source.name(), e.getMessage());
    }
    tell(source, outcome);
    hearing.heard(source.name(), outcome);
    return outcome;
  }

  private Outcome<Told> ask(Source source) throws InterruptedException {
    try {
      return source.bringUpToDate(store);
    } catch (StoreException e) {
      return Outcome.unknown(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // A mistake of ours in one source must not end the others; it is seen among the sources.
      LOG.log(System.Logger.Level.ERROR, source.name() + " fails by a mistake of this program", e);
      return Outcome.unknown("a mistake of this program: " + e);
    }
  }

  private static SourceHealth health(String name, Outcome<Told> outcome, Instant now) {
    return switch (outcome) {
      case Outcome.Done<Told>(Told told) ->
          new SourceHealth(
              name, Optional.of(now), told.published(), Optional.empty(), Optional.empty());
      case Outcome.Refused<Told>(String why, _) -> failed(name, now, why);
      case Outcome.Unknown<Told>(String why) -> failed(name, now, why);
    };
  }

  private static SourceHealth failed(String name, Instant now, String why) {
    return new SourceHealth(
        name, Optional.empty(), Optional.empty(), Optional.of(now), Optional.of(why));
  }

  private static void tell(Source source, Outcome<Told> outcome) {
    if (outcome instanceof Outcome.Done<Told>(Told told)) {
      if (told.published().isPresent()) {
        LOG.log(System.Logger.Level.INFO, "{0}: {1}", source.name(), told.counts());
      }
      told.remarks()
          .forEach(
              remark -> LOG.log(System.Logger.Level.WARNING, "{0}: {1}", source.name(), remark));
    } else {
      LOG.log(System.Logger.Level.WARNING, "{0}: {1}", source.name(), outcome.summary());
    }
  }

  /** Interrupts them all, and waits until no update is open. */
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
