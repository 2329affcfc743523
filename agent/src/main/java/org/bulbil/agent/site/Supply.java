package org.bulbil.agent.site;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.core.outcome.Outcome;

/**
 * Gets the content of the site onto the shelf, at most one download at a time and beside the
 * heartbeat, since it may take minutes. Where nobody can be asked it waits for who brings it to the
 * {@link ContentDoor}.
 */
final class Supply implements AutoCloseable {

  private final ContentShelf shelf;
  private final ContentErrand errand;
  private final Journal journal;
  private Optional<Thread> under = Optional.empty();
  private String told = "";

  Supply(ContentShelf shelf, Journal journal) {
    this.shelf = shelf;
    this.errand = new ContentErrand(shelf);
    this.journal = journal;
  }

  /** Whether the files are there; begins to fetch them where they are not. */
  boolean isThere(List<URI> doors) {
    if (shelf.isFull()) {
      return true;
    }
    if (!doors.isEmpty() && under.filter(Thread::isAlive).isEmpty()) {
      under = Optional.of(Thread.ofVirtual().name("content").start(() -> fetch(doors)));
    }
    return false;
  }

  private void fetch(List<URI> doors) {
    var ended = errand.fetch(doors);
    tell(ended instanceof Outcome.Done<Path> ? "the content is here" : ended.summary());
  }

  /** Once for as long as it is the same. */
  private void tell(String words) {
    if (!told.equals(words)) {
      told = words;
      journal.note(Entry.Kind.SITE, words);
    }
  }

  @Override
  public void close() {
    under.ifPresent(Thread::interrupt);
    errand.close();
  }
}
