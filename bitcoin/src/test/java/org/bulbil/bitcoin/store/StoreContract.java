package org.bulbil.bitcoin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store says is what was committed, in memory and on disk alike, whatever fails. */
abstract class StoreContract {

  /** A record with every kind of column. */
  record Note(long id, String words, Optional<Long> count, Optional<String> more, Instant at) {}

  static final Form<Note> NOTES =
      new Form<>(
          "note",
          List.of(
              Column.number("id"),
              Column.text("words"),
              Column.number("count").optional(),
              Column.text("more").optional(),
              Column.number("at")),
          note -> List.of(note.id, note.words, note.count, note.more, note.at),
          row ->
              new Note(
                  row.number("id"),
                  row.text("words"),
                  row.optionalNumber("count"),
                  row.optionalText("more"),
                  row.instant("at")));

  static final Form<byte[]> PAGES =
      new Form<>(
          "page", List.of(Column.bytes("raw")), raw -> List.of(raw), row -> row.bytes("raw"));

  /** The file under test, always the same one. */
  abstract StoreFile file();

  Store store;
  Table<Long, Note> notes;
  Log<byte[]> pages;

  @BeforeEach
  void open() {
    store = file().open();
    notes = store.table(NOTES, Note::id);
    pages = store.log(PAGES);
  }

  @AfterEach
  void close() {
    store.close();
  }

  void reopen() {
    store.close();
    open();
  }

  static Note note(long id, String words) {
    return new Note(id, words, Optional.empty(), Optional.empty(), Instant.EPOCH);
  }

  @Test
  void aFileExistsOnceItWasOpened() {
    assertThat(file().exists()).isTrue();
  }

  @Test
  void valuesComeBackAsTheyWere() {
    var odd =
        new Note(
            7,
            "a;'b\n\u20bf",
            Optional.of(Long.MIN_VALUE),
            Optional.of(""),
            Instant.parse("2026-11-22T12:00:00.123Z"));
    notes.put(odd);
    notes.put(note(-1, ""));
    pages.append(new byte[] {1, -1, 0});
    reopen();
    assertThat(notes.all()).containsExactly(note(-1, ""), odd);
    assertThat(pages.newest(1)).containsExactly(new byte[] {1, -1, 0});
  }

  @Test
  void whatThrowsIsUndoneInMemoryAndOnDisk() {
    notes.put(note(1, "kept"));
    pages.append(page(1));
    assertThatThrownBy(
            () ->
                store.write(
                    () -> {
                      notes.put(note(1, "changed"));
                      notes.put(note(2, "new"));
                      notes.remove(1L);
                      pages.replaceFrom(1, List.of(page(8), page(9)));
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    for (int i = 0; i < 2; i++) {
      assertThat(notes.all()).containsExactly(note(1, "kept"));
      assertThat(pages.newest(5)).containsExactly(page(1));
      reopen();
    }
  }

  @Test
  void aPartThatFailsBreaksTheWholeEvenWhereItIsCaught() {
    assertThatThrownBy(
            () ->
                store.write(
                    () -> {
                      notes.put(note(1, "outer"));
                      assertThatThrownBy(this::failInside).hasMessage("no");
                    }))
        .isInstanceOf(StoreException.class);
    assertThat(notes.all()).isEmpty();
    notes.put(note(3, "afterwards"));
    assertThat(notes.find(3L)).isPresent();
  }

  private void failInside() {
    store.write(
        () -> {
          notes.put(note(2, "inner"));
          throw new IllegalStateException("no");
        });
  }

  @Test
  void aListIsTheSameUntilARowChanges() {
    notes.put(note(1, "one"));
    var all = notes.all();
    long version = notes.version();
    notes.put(note(1, "one"));
    notes.remove(9L);
    assertThat(notes.all()).isSameAs(all);
    assertThat(notes.version()).isEqualTo(version);
    notes.put(note(1, "two"));
    assertThat(all).containsExactly(note(1, "one"));
    assertThat(notes.all()).containsExactly(note(1, "two"));
    assertThat(notes.version()).isGreaterThan(version);
  }

  @Test
  void aLogHasNoGaps() {
    pages.replaceFrom(100, List.of(page(0), page(1), page(2)));
    assertThatThrownBy(() -> pages.replaceFrom(104, List.of(page(9)))).hasMessageContaining("gap");
    assertThatThrownBy(() -> pages.replaceFrom(99, List.of(page(9)))).hasMessageContaining("gap");
    pages.dropBefore(101);
    pages.append(page(3));
    assertThat(pages.span()).contains(new Medium.Span(101, 103));
    assertThat(pages.from(0, 2)).containsExactly(page(1), page(2));
    assertThat(pages.newest(2)).containsExactly(page(3), page(2));
    assertThat(pages.at(100)).isEmpty();
    assertThat(pages.at(104)).isEmpty();
  }

  @Test
  void aTableIsOpenedOnce() {
    assertThatThrownBy(() -> store.table(NOTES, Note::id)).hasMessageContaining("open already");
  }

  @Test
  void manyThreadsTakeTurns() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        var _ = threads.submit(() -> store.write(this::addOne));
      }
    }
    assertThat(notes.all()).hasSize(50);
  }

  private void addOne() {
    notes.put(note(notes.last().map(Note::id).orElse(0L) + 1, "one of many"));
  }

  static byte[] page(int number) {
    return new byte[] {(byte) number};
  }

  /** Random work, some of which fails, against the same in plain collections. */
  @Test
  void whateverHappensItHoldsWhatWasCommitted() {
    long seed = Long.getLong("seed", new Random().nextLong());
    var dice = new Random(seed);
    var model = new Model(new TreeMap<>(), new ArrayList<>(), 1);
    for (int i = 0; i < 150; i++) {
      var draft = model.copy();
      boolean fails = dice.nextInt(4) == 0;
      if (isDone(draft, dice, fails)) {
        model = draft;
      }
      if (dice.nextInt(10) == 0) {
        reopen();
      }
      assertThat(notes.all()).as("seed %d", seed).isEqualTo(List.copyOf(model.notes.values()));
      assertThat(pages.from(0, 1000).stream().map(page -> (int) page[0]).toList())
          .as("seed %d", seed)
          .isEqualTo(model.pages);
    }
  }

  private boolean isDone(Model draft, Random dice, boolean fails) {
    try {
      store.write(
          () -> {
            for (int i = dice.nextInt(5); i >= 0; i--) {
              step(draft, dice);
            }
            if (fails) {
              throw new IllegalStateException("as planned");
            }
          });
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private void step(Model draft, Random dice) {
    switch (dice.nextInt(4)) {
      case 0 -> {
        var note = note(dice.nextInt(12), "n" + dice.nextInt(3));
        notes.put(note);
        draft.notes.put(note.id(), note);
      }
      case 1 -> {
        long id = dice.nextInt(12);
        notes.remove(id);
        draft.notes.remove(id);
      }
      case 2 -> draft.replace(pages, dice);
      default -> draft.drop(pages, dice);
    }
  }

  /** What the store should hold. */
  private static final class Model {
    private final SortedMap<Long, Note> notes;
    private final List<Integer> pages;
    private long first;

    Model(SortedMap<Long, Note> notes, List<Integer> pages, long first) {
      this.notes = notes;
      this.pages = pages;
      this.first = first;
    }

    Model copy() {
      return new Model(new TreeMap<>(notes), new ArrayList<>(pages), first);
    }

    void replace(Log<byte[]> log, Random dice) {
      int kept = dice.nextInt(pages.size() + 1);
      var fresh =
          LongStream.range(0, 1 + dice.nextInt(3)).mapToObj(_ -> dice.nextInt(100)).toList();
      if (pages.isEmpty()) {
        first = 1L + dice.nextInt(50);
      }
      log.replaceFrom(first + kept, fresh.stream().map(StoreContract::page).toList());
      pages.subList(kept, pages.size()).clear();
      pages.addAll(fresh);
    }

    void drop(Log<byte[]> log, Random dice) {
      if (pages.size() > 1) {
        int gone = dice.nextInt(pages.size());
        log.dropBefore(first + gone);
        pages.subList(0, gone).clear();
        first += gone;
      }
    }
  }
}
