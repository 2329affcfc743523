package org.bulbil.agent.birth;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.journal.Journal;
import org.bulbil.core.genome.Diversity;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Fingerprint;

/**
 * Which children still live, by the Tor directory: it is looked at once a day, and a child that was
 * missing on a week of such days is dead. Days on which the own tor cannot be asked do not count.
 */
final class RollCall {

  private static final String CALLED = "children.called";

  /** As every relay of ours is named. */
  private static final String NAME = "bulbil";

  /** A server that is moved or mended is back sooner. */
  private static final int ABSENCES = 7;

  /** A child that dies before this age, in days, has not lived up to its endowment. */
  private static final int YOUNG = 60;

  /** Of the last so many children as many as {@link #WARNING} must have died young. */
  private static final int NEWEST = 3;

  private static final int WARNING = 2;

  private final BirthBook book;
  private final Announcements directory;
  private final Journal journal;
  private final Day day;
  private final Time time;

  /**
   * When a child was seen last, and how often it was missed since.
   *
   * @param at its birth's last change, while it was never looked for
   */
  private record Seen(Instant at, int absences) {

    String text() {
      return at.toEpochMilli() + " " + absences;
    }

    static Seen read(String text) {
      var parts = text.split(" ", 2);
      return new Seen(Instant.ofEpochMilli(Long.parseLong(parts[0])), Integer.parseInt(parts[1]));
    }
  }

  RollCall(BirthBook book, Announcements directory, Journal journal, Day day, Time time) {
    this.book = book;
    this.directory = directory;
    this.journal = journal;
    this.day = day;
    this.time = time;
  }

  /** Looks who is there, if a day has passed. */
  void call() {
    if (!book.children().isEmpty() && isDue()) {
      directory.running(NAME).answer().ifPresent(this::call);
    }
  }

  private boolean isDue() {
    return journal
        .recallInstant(CALLED)
        .filter(last -> day.between(last, time.now()) < 1)
        .isEmpty();
  }

  private void call(List<Fingerprint> running) {
    journal.remember(CALLED, time.now());
    appeared().forEach(child -> note(child, running));
  }

  private void note(Birth child, List<Fingerprint> running) {
    var here = child.fingerprint().map(Fingerprint::new).filter(running::contains).isPresent();
    var before = seen(child);
    if (before.absences() < ABSENCES) {
      var now = here ? new Seen(time.now(), 0) : new Seen(before.at(), before.absences() + 1);
      journal.remember(fact(child), now.text());
    }
  }

  private static String fact(Birth child) {
    return "children.seen." + child.hostname();
  }

  private Seen seen(Birth child) {
    return journal
        .recall(fact(child))
        .map(Seen::read)
        .orElseGet(() -> new Seen(child.changed(), 0));
  }

  private List<Birth> appeared() {
    return book.all().stream().filter(Birth::hasAppeared).toList();
  }

  private boolean isDead(Birth child) {
    return seen(child).absences() >= ABSENCES;
  }

  private boolean diedYoung(Birth child) {
    return isDead(child) && day.between(child.started(), seen(child).at()) < YOUNG;
  }

  /** When it was noticed that two of the last three children died young; empty where not. */
  Optional<Instant> bereft() {
    var children = appeared();
    var young =
        children.subList(Math.max(0, children.size() - NEWEST), children.size()).stream()
            .filter(this::diedYoung)
            .map(child -> seen(child).at().plus(day.times(ABSENCES)))
            .toList();
    return young.size() < WARNING ? Optional.empty() : young.stream().max(Instant::compareTo);
  }

  /** Where this relay, which lives in {@code region}, and its living children are. */
  Diversity relatives(String region) {
    var counts = new HashMap<String, Integer>();
    counts.put(region, 1);
    appeared().stream()
        .filter(child -> !isDead(child))
        .forEach(child -> counts.merge(child.genome().region(), 1, Integer::sum));
    return new Diversity(counts);
  }
}
