package org.bulbil.atlas.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.network.SourceHealth;

/**
 * How old what a page shows is, and how its sources do; on every page.
 *
 * @param words about the directory's age
 * @param warning empty while there is nothing to warn of
 */
public record Freshness(String words, String warning, List<Source> sources) {

  /** Directories come hourly; a reader is told when two were missed. */
  static final Duration STALE = Duration.ofHours(2);

  /** A clock may be a little behind that of the authorities. */
  private static final Duration FUTURE = Duration.ofMinutes(10);

  /**
   * A source.
   *
   * @param words how it does
   * @param well whether its last answer was no failure
   */
  public record Source(String name, String words, boolean well) {}

  public Freshness {
    sources = List.copyOf(sources);
  }

  static Freshness of(Snapshot snapshot, Instant now) {
    var sources = snapshot.sources().stream().map(health -> source(health, now)).toList();
    if (snapshot.relays().isEmpty()) {
      return new Freshness("No directory yet", "", sources);
    }
    var published = snapshot.relaysPublished();
    var age = Duration.between(published, now);
    return new Freshness(
        "Directory of %s, %s old".formatted(Words.minute(published), Words.span(age)),
        warning(published, age),
        sources);
  }

  private static String warning(Instant published, Duration age) {
    if (age.compareTo(FUTURE.negated()) < 0) {
      return "The directory is dated "
          + Words.minute(published)
          + ", later than this site's clock.";
    }
    return age.compareTo(STALE) <= 0
        ? ""
        : "What you see is %s old: no newer directory could be had. It was so at %s; who was paid or died since is not shown."
            .formatted(Words.span(age), Words.minute(published));
  }

  private static Source source(SourceHealth health, Instant now) {
    boolean failing =
        health.failed().isPresent()
            && health.succeeded().map(good -> good.isBefore(health.failed().get())).orElse(true);
    var answered =
        health
            .succeeded()
            .map(good -> "answered " + Words.span(Duration.between(good, now)) + " ago")
            .orElse("has not answered yet");
    var trouble = failing ? "; fails: " + Shown.text(health.words().orElse("no reason given")) : "";
    return new Source(Shown.name(health.name()), answered + trouble, !failing);
  }
}
