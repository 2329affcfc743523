package org.bulbil.agent.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bulbil.bitcoin.store.Column;
import org.bulbil.bitcoin.store.Form;
import org.bulbil.bitcoin.store.Row;
import org.bulbil.bitcoin.store.Store;
import org.bulbil.bitcoin.store.Table;
import org.bulbil.core.outcome.Outcome;

/** The table of intents; of those that have ended, the newest few stay for people to look at. */
final class Intents {

  private static final int ENDED_KEPT = 100;

  private final Store store;
  private final Table<Long, Kept> table;

  /**
   * An intent and what became of it.
   *
   * @param ended when its outcome was known; empty while it is open
   */
  private record Kept(
      Intent intent, Optional<Instant> ended, Optional<String> result, Optional<String> words) {

    static final Form<Kept> FORM =
        new Form<>(
            "intent",
            List.of(
                Column.number("id"),
                Column.text("act"),
                Column.text("subject"),
                Column.text("detail"),
                Column.number("made"),
                Column.number("ended").optional(),
                Column.text("result").optional(),
                Column.text("words").optional()),
            kept ->
                List.of(
                    kept.intent.id(),
                    kept.intent.act().name(),
                    kept.intent.subject(),
                    kept.intent.detail(),
                    kept.intent.made(),
                    kept.ended,
                    kept.result,
                    kept.words),
            Kept::of);

    private static Kept of(Row row) {
      return new Kept(
          new Intent(
              row.number("id"),
              Act.valueOf(row.text("act")),
              row.text("subject"),
              row.text("detail"),
              row.instant("made")),
          row.optionalInstant("ended"),
          row.optionalText("result"),
          row.optionalText("words"));
    }

    static Kept open(Intent intent, Optional<String> words) {
      return new Kept(intent, Optional.empty(), Optional.empty(), words);
    }

    boolean isOpen() {
      return ended.isEmpty();
    }

    boolean isOf(Act act, String subject) {
      return isOpen() && intent.act() == act && intent.subject().equals(subject);
    }
  }

  Intents(Store store) {
    this.store = store;
    this.table = store.table(Kept.FORM, kept -> kept.intent().id());
  }

  Intent add(Act act, String subject, String detail, Instant made) {
    return store.transact(
        () -> {
          long id = table.last().map(kept -> kept.intent().id()).orElse(0L) + 1;
          var intent = new Intent(id, act, subject, detail, made);
          table.put(Kept.open(intent, Optional.empty()));
          return intent;
        });
  }

  Optional<Intent> unsettled(Act act, String subject) {
    for (var kept : table.all()) {
      if (kept.isOf(act, subject)) {
        return Optional.of(kept.intent());
      }
    }
    return Optional.empty();
  }

  void settle(Intent intent, Outcome<?> outcome, Instant now) {
    switch (outcome) {
      case Outcome.Done<?> _ -> end(intent, "done", outcome.summary(), now);
      case Outcome.Refused<?> _ -> end(intent, "refused", outcome.summary(), now);
      case Outcome.Unknown<?> _ -> table.put(Kept.open(intent, Optional.of(outcome.summary())));
    }
  }

  private void end(Intent intent, String result, String words, Instant now) {
    store.write(
        () -> {
          table.put(new Kept(intent, Optional.of(now), Optional.of(result), Optional.of(words)));
          var ended = table.all().stream().filter(kept -> !kept.isOpen()).toList();
          ended.stream()
              .limit(Math.max(0, ended.size() - ENDED_KEPT))
              .forEach(kept -> table.remove(kept.intent().id()));
        });
  }
}
