package org.bulbil.agent.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.bulbil.agent.journal.Journal;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.lease.Region;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.time.Day;
import org.bulbil.hosting.Catalogue;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.ServerOrder;
import org.bulbil.hosting.Terms;
import org.bulbil.hosting.testing.Act;
import org.bulbil.hosting.testing.Book;
import org.bulbil.hosting.testing.TestingProvider;
import org.bulbil.hosting.testing.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A top-up happens once, whatever becomes of its answer. */
class RenewalTest {

  private static final Hostname NAME = new Hostname("bulbil0");
  private static final Plan PLAN = new Plan("small", Cents.of(38), 1, 1024, 25, 1.0, true);
  private static final Duration LATE = Duration.ofMinutes(2);

  private final TestingTime time = new TestingTime();
  private final TestingProvider provider = new TestingProvider(book(), time);
  private final CreditToken token = provider.mint().answer().orElseThrow();
  private final Journal journal = Journal.open(new SimulatedDisk().file("journal.db"), time);
  private final Renewal renewal = new Renewal(provider, token, journal, time, Day.REAL, LATE);

  private Book book() {
    var catalogue = new Catalogue(List.of(PLAN), List.of(new Region("ewr", "New Jersey")));
    var terms = new Terms(Cents.dollars(5), 90, 365, 65_536);
    return new Book(time, Day.REAL, catalogue, terms, Rate.ofDollars(100_000), new Random(1));
  }

  RenewalTest() {
    provider.book().grant(token, Cents.dollars(50));
    provider.launch(token, new ServerOrder(NAME, PLAN.slug(), "ewr", 3, ""));
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void oneThatIsAnsweredIsMadeOnce() {
    renewal.topUp(lease(), 7);
    assertThat(days()).isEqualTo(10);
  }

  @Test
  void oneWhoseAnswerIsLostIsRecognisedByTheExpiry() {
    provider.troubles().once(Act.TOP_UP, Trouble.UNKNOWN_AFTER);
    var before = lease();
    renewal.topUp(before, 7);
    renewal.topUp(before, 7);
    assertThat(days()).isEqualTo(10);
    renewal.settle(lease());
    assertThat(told("TROUBLE", "hours where")).isFalse();
  }

  @Test
  void oneThatWasHeardTwiceIsToldAndNotRepeated() {
    provider.troubles().once(Act.TOP_UP, Trouble.UNKNOWN_AFTER);
    var before = lease();
    renewal.topUp(before, 7);
    provider.topUp(token, before.id(), 7);
    renewal.topUp(before, 7);
    assertThat(days()).isEqualTo(17);
    assertThat(told("TROUBLE", "moved by 336 hours where 7 days were asked")).isTrue();
  }

  /** It takes effect after we gave it up: whoever decided before that adds nothing. */
  @Test
  void oneThatTakesEffectAfterItWasGivenUpIsNotMadeAgain() {
    provider.troubles().once(Act.TOP_UP, Trouble.UNKNOWN_BEFORE);
    var before = lease();
    renewal.topUp(before, 7);
    time.pause(LATE.plusSeconds(1));
    renewal.settle(before);
    assertThat(told("TROUBLE", "did not happen")).isTrue();
    provider.topUp(token, before.id(), 7); // The late effect.
    renewal.topUp(before, 7);
    assertThat(provider.credit(token).answer()).contains(Cents.of(5000 - 3 * 38 - 7 * 38));
  }

  @Test
  void noneIsMadeWhileTheExpiryCannotBeRead() {
    var before = lease();
    provider.troubles().always(Act.READ_LEASE, Trouble.UNKNOWN_BEFORE);
    renewal.topUp(before, 7);
    provider.troubles().heal();
    assertThat(days()).isEqualTo(3);
  }

  private Lease lease() {
    return provider.leases(token, NAME).answer().orElseThrow().getFirst();
  }

  private long days() {
    return Math.round(lease().daysLeft(time.now(), Day.REAL));
  }

  private boolean told(String kind, String words) {
    return journal.newest(50).stream()
        .anyMatch(entry -> entry.kind().name().equals(kind) && entry.words().contains(words));
  }
}
