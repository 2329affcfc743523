package org.bulbil.atlas.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bulbil.atlas.network.SourceHealth;
import org.bulbil.atlas.store.LiveSnapshot;
import org.bulbil.atlas.store.SqlStore;
import org.bulbil.atlas.store.Store;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.MemoryFolder;
import org.bulbil.core.testing.SimulatedTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources do not disturb one another, and what they say of themselves is remembered. */
class RoundsTest {

  private static final Instant PUBLISHED = Instant.parse("2025-12-31T23:00:00Z");

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  private final SimulatedTime time = new SimulatedTime();
  private Store store;
  private Rounds rounds;

  @BeforeEach
  void open() {
    store = SqlStore.open(folder.resolve("atlas.db").toString(), Chain.MAINNET, time);
    rounds = new Rounds(store, time);
  }

  @AfterEach
  void close() {
    rounds.close();
    store.close();
  }

  /** What a source does when it is asked. */
  private interface Answering {
    Outcome<Told> answer(Store store) throws InterruptedException;
  }

  private static Source source(String name, Answering answering) {
    return new Source() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Duration interval() {
        return Duration.ofHours(1);
      }

      @Override
      public Outcome<Told> bringUpToDate(Store store) throws InterruptedException {
        return answering.answer(store);
      }
    };
  }

  private static Outcome<Told> done() {
    return Outcome.done(new Told(Optional.of(PUBLISHED), Map.of("relays", 1L), List.of()));
  }

  @Test
  void whatASourceSaidIsRemembered() throws InterruptedException {
    var first = time.now();
    assertThat(rounds.once(source("a", _ -> done()))).isEqualTo(done());
    time.pause(Duration.ofHours(1));
    rounds.once(source("a", _ -> Outcome.unknown("no route")));
    assertThat(store.snapshot().sources())
        .containsExactly(
            new SourceHealth(
                "a",
                Optional.of(first),
                Optional.of(PUBLISHED),
                Optional.of(time.now()),
                Optional.of("no route")));
  }

  @Test
  void aMistakeInASourceIsItsOwn() throws InterruptedException {
    var outcome =
        rounds.once(
            source(
                "a",
                _ -> {
                  throw new IllegalStateException("oh");
                }));
    assertThat(outcome.summary()).contains("mistake").contains("oh");
    assertThat(store.snapshot().sources().getFirst().words()).isPresent();
  }

  @Test
  void aSourceThatHangsDelaysNoOther() throws InterruptedException {
    var hangs = new CountDownLatch(1);
    var answered = new CountDownLatch(3);
    rounds.begin(
        List.of(
            source(
                "hangs",
                _ -> {
                  hangs.await();
                  return done();
                }),
            source(
                "answers",
                _ -> {
                  answered.countDown();
                  return done();
                })));
    assertThat(answered.await(60, TimeUnit.SECONDS)).isTrue();
  }

  /** What a map waits for before it opens is there when it opens, and is asked again later. */
  @Test
  void whatIsAtHandIsAskedBeforeAnythingElseAndGoesOn() throws InterruptedException {
    var asked = new CountDownLatch(3);
    rounds.beginAfterAsking(
        List.of(
            source("first", _ -> Outcome.unknown("not yet")),
            source(
                "second",
                _ -> {
                  asked.countDown();
                  return done();
                })));
    assertThat(asked.getCount()).isLessThan(3);
    assertThat(store.snapshot().sources()).hasSize(2);
    assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aFailingSourceIsAskedSoonAndThenLessAndLess() {
    var hour = Duration.ofHours(1);
    assertThat(Rounds.pause(hour, 0)).isEqualTo(hour);
    assertThat(Rounds.pause(hour, 1)).isEqualTo(Rounds.FIRST_PAUSE);
    assertThat(Rounds.pause(hour, 3)).isEqualTo(Rounds.FIRST_PAUSE.multipliedBy(4));
    assertThat(Rounds.pause(hour, 1_000)).isEqualTo(hour);
    var second = Duration.ofSeconds(1);
    assertThat(Rounds.pause(second, 1)).isEqualTo(second);
    assertThat(Rounds.pause(second, 9)).isEqualTo(Rounds.FIRST_PAUSE);
  }

  /** With all sources dead the map still answers, and says how old it is. */
  @Test
  void anHourWithoutSources() throws Exception {
    var documents = Files.createDirectory(folder.resolve("documents"));
    Files.writeString(documents.resolve("details.json"), Paper.document(Paper.relay(1)));
    var good = new DocumentsFolder(documents);
    rounds.once(good);
    var begun = time.now();
    var live = new LiveSnapshot(store, time);
    for (int minute = 0; minute < 60; minute++) {
      time.pause(Duration.ofMinutes(1));
      rounds.once(source(good.name(), _ -> Outcome.unknown("no connection")));
      live.refresh();
      assertThat(live.get().relays()).hasSize(1);
    }
    var health = live.get().sources().getFirst();
    assertThat(health.succeeded()).hasValue(begun);
    assertThat(health.failed()).hasValue(begun.plus(Duration.ofHours(1)));
    assertThat(health.words()).hasValue("no connection");
    assertThat(live.get().relaysPublished()).isEqualTo("2026-02-22T13:00:00Z");
  }
}
