package org.bulbil.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.bulbil.agent.journal.Journal;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.lease.Region;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Day;
import org.bulbil.hosting.Catalogue;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.ServerOrder;
import org.bulbil.hosting.Terms;
import org.bulbil.hosting.testing.Book;
import org.bulbil.hosting.testing.TestingProvider;
import org.bulbil.hosting.testing.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A provider that keeps failing is left alone with what can wait, and with nothing else. */
class WatchedProviderTest {

  private static final Duration HEARTBEAT = Duration.ofMinutes(10);
  private static final Plan PLAN = new Plan("small", Cents.of(38), 1, 1024, 25, 1.0, true);

  private final TestingTime time = new TestingTime();
  private final TestingProvider provider = new TestingProvider(book(), time);
  private final CreditToken token = provider.mint().answer().orElseThrow();
  private final SimulatedDisk disk = new SimulatedDisk();
  private final AtomicBoolean urgent = new AtomicBoolean();
  private Journal journal = Journal.open(disk.file("journal.db"), time);
  private WatchedProvider watched = watch();

  private Book book() {
    var catalogue = new Catalogue(List.of(PLAN), List.of(new Region("ewr", "New Jersey")));
    var terms = new Terms(Cents.dollars(5), 90, 365, 65_536);
    return new Book(time, Day.REAL, catalogue, terms, Rate.ofDollars(100_000), new Random(1));
  }

  private WatchedProvider watch() {
    var usual = Quarantine.of(HEARTBEAT, Day.REAL);
    return new WatchedProvider(provider, new HealthRecord(journal, usual, time), urgent::get, time);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private void failUntilQuarantine() {
    provider.troubles().everywhere(Trouble.UNKNOWN_BEFORE);
    for (int i = 0; i < Quarantine.PATIENCE; i++) {
      assertThat(watched.credit(token)).isInstanceOf(Outcome.Unknown.class);
    }
    assertThat(watched.health().isQuarantined(time.now())).isTrue();
  }

  @Test
  void inQuarantineWhatCanWaitIsNotAsked() {
    failUntilQuarantine();
    provider.troubles().heal();
    assertThat(watched.credit(token).summary()).contains("not asked before");
    assertThat(watched.catalogue().summary()).contains("not asked before");
    assertThat(watched.messages(token).summary()).contains("not asked before");
    time.pause(HEARTBEAT);
    assertThat(watched.credit(token)).isInstanceOf(Outcome.Done.class);
    assertThat(watched.health().failures()).isZero();
    assertThat(watched.catalogue()).isInstanceOf(Outcome.Done.class);
  }

  /** Not being asked is no further failure: else a quarantine would never end. */
  @Test
  void whatWasNotAskedIsNotCounted() {
    failUntilQuarantine();
    for (int i = 0; i < 50; i++) {
      watched.catalogue();
    }
    assertThat(watched.health().failures()).isEqualTo(Quarantine.PATIENCE);
  }

  @Test
  void actsAndBillsPassAlways() {
    provider.book().grant(token, Cents.dollars(10));
    var name = new Hostname("relay1");
    var id =
        provider.launch(token, new ServerOrder(name, "small", "ewr", 1, "")).answer().orElseThrow();
    for (var act :
        List.<Supplier<Outcome<?>>>of(
            () -> watched.topUp(token, id, 1),
            () -> watched.start(token, id),
            () -> watched.invoice(token, Cents.dollars(5)),
            () -> watched.invoices(token),
            watched::mint)) {
      failUntilQuarantine();
      provider.troubles().heal();
      assertThat(act.get()).isInstanceOf(Outcome.Done.class);
      assertThat(watched.health().isQuarantined(time.now())).isFalse();
    }
  }

  @Test
  void nothingWaitsWhileItIsUrgent() {
    failUntilQuarantine();
    provider.troubles().heal();
    urgent.set(true);
    assertThat(watched.leases(token, new Hostname("relay1"))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aRefusalIsAnAnswer() {
    failUntilQuarantine();
    provider.troubles().heal();
    time.pause(HEARTBEAT);
    assertThat(watched.lease(token, new LeaseId("nobodys"))).isInstanceOf(Outcome.Refused.class);
    assertThat(watched.health().failures()).isZero();
  }

  @Test
  void itIsRememberedOverARestart() {
    watched.credit(token);
    failUntilQuarantine();
    var before = watched.health();
    journal.close();
    journal = Journal.open(disk.file("journal.db"), time);
    watched = watch();
    assertThat(watched.health()).isEqualTo(before);
    assertThat(watched.credit(token).summary()).contains("not asked before");
    assertThat(journal.newest(5))
        .extracting(entry -> entry.words())
        .anyMatch(words -> words.contains("failed 6 times in a row"));
  }

  /** Weeks of silence cost a handful of questions a day. */
  @Test
  void aDeadProviderIsAskedFourTimesADay() {
    provider.troubles().everywhere(Trouble.UNKNOWN_BEFORE);
    int asked = 0;
    for (var end = time.now().plus(Duration.ofDays(14)); time.now().isBefore(end); ) {
      var before = watched.health().failures();
      watched.credit(token);
      asked += watched.health().failures() - before;
      time.pause(HEARTBEAT);
    }
    assertThat(asked).isBetween(14 * 4 - 4, 14 * 4 + 12);
  }
}
