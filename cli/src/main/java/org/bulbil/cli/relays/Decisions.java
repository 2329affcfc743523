package org.bulbil.cli.relays;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.status.ShownJournal;
import org.bulbil.bitcoin.store.ForeignFile;
import org.bulbil.bitcoin.store.StoreException;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.wire.JsonAnswer;

/**
 * What a relay wrote down of what it decided and did.
 *
 * @param hostname whose
 * @param entries newest first
 */
@Json
record Decisions(String hostname, List<Report.Event> entries) {

  private static final JsonType<Decisions> TYPE = Jsonb.instance().type(Decisions.class);

  /** All that a journal keeps. */
  private static final int ENTRIES_MAX = 5_000;

  Decisions {
    entries = List.copyOf(entries);
  }

  /** From a relay's page what that shows, from its folder all of its journal. */
  static Outcome<Decisions> read(Place place, StatusReader reader, Time time) {
    return switch (place) {
      case Place.Page _ ->
          reader
              .text(place, ShownJournal.PATH.substring(1))
              .flatMap(json -> JsonAnswer.read(TYPE, json));
      case Place.Home(Path folder) -> journal(folder.resolve("journal.db"), time);
    };
  }

  private static Outcome<Decisions> journal(Path file, Time time) {
    if (!Files.exists(file)) {
      return Outcome.refused("no journal.db is there: no agent has lived there", 0);
    }
    try (var journal = Journal.open(new ForeignFile(file), time)) {
      var entries =
          journal.newest(ENTRIES_MAX).stream().map(ShownJournal::event).map(Decisions::event);
      return Outcome.done(new Decisions("", entries.toList()));
    } catch (StoreException e) {
      return Outcome.unknown(String.valueOf(e.getMessage()));
    }
  }

  private static Report.Event event(org.bulbil.agent.status.Status.Event entry) {
    return new Report.Event(entry.at(), entry.kind(), entry.words());
  }

  /** What is not older than {@code span}; entries whose time cannot be read stay. */
  Decisions since(Duration span, Instant now) {
    return new Decisions(
        hostname, entries.stream().filter(entry -> !isBefore(entry, now.minus(span))).toList());
  }

  private static boolean isBefore(Report.Event entry, Instant start) {
    try {
      return Instant.parse(entry.at()).isBefore(start);
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
