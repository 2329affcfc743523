package org.bulbil.agent.status;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;

/**
 * What was decided and done, and why, for whoever asks: {@code GET /decisions.json}. It is written
 * anew when the journal has news, and not for visitors.
 */
public final class ShownJournal extends KeptText {

  /** Where it answers. */
  public static final String PATH = "/decisions.json";

  /** Some weeks of a quiet life, under 100 kB. */
  private static final int ENTRIES = 500;

  private static final Jsonb JSON = Jsonb.builder().build();

  private final String hostname;
  private final Journal journal;
  private volatile String text = "";
  private Optional<Entry> newest = Optional.empty();

  /**
   * The document.
   *
   * @param entries newest first
   */
  @Json
  record Document(String hostname, List<Status.Event> entries) {}

  public ShownJournal(String hostname, Journal journal) {
    super(PATH, "There is no such page.");
    this.hostname = hostname;
    this.journal = journal;
  }

  /** Takes up what is new. One thread. */
  public void renew() {
    var last = journal.newest(1).stream().findFirst();
    if (text.isEmpty() || !last.equals(newest)) {
      var entries = journal.newest(ENTRIES).stream().map(ShownJournal::event).toList();
      text = JSON.toJson(new Document(hostname, entries));
      newest = last;
    }
  }

  /** As pages and documents show it. */
  public static Status.Event event(Entry entry) {
    return new Status.Event(
        entry.at().truncatedTo(ChronoUnit.SECONDS).toString(), entry.kind().name(), entry.words());
  }

  @Override
  protected String type() {
    return "application/json";
  }

  @Override
  protected Optional<String> text(String rest) {
    return rest.isEmpty() ? Optional.of(text) : Optional.empty();
  }
}
