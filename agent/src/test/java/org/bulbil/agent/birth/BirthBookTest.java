package org.bulbil.agent.birth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bulbil.agent.journal.Journal;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.money.Cents;
import org.bulbil.core.policy.Family;
import org.junit.jupiter.api.Test;

/** What the policy is told of births: how many count, when the newest was, how many failed. */
class BirthBookTest {

  private final TestingTime time = new TestingTime();
  private final BirthBook book =
      new BirthBook(Journal.open(new SimulatedDisk().file("journal.db"), time).store());

  private Birth born(Instant start) {
    var name = new Hostname("bulbil" + book.all().size());
    book.add(name, Genome.founder("oslo", "p"), Cents.dollars(23), start, "");
    return book.all().getLast();
  }

  private Family family() {
    var yearAgo = time.now().minus(Duration.ofDays(Family.YEAR));
    return book.family(0, yearAgo, Optional.empty());
  }

  @Test
  void theCapIsOnTheChildrenOfAYear() {
    var now = time.now();
    born(now.minus(Duration.ofDays(400)));
    born(now.minus(Duration.ofDays(366)));
    born(now.minus(Duration.ofDays(364)));
    assertThat(family().births()).isEqualTo(1);
    assertThat(family().newest()).contains(now.minus(Duration.ofDays(364)));
  }

  @Test
  void failedBirthsAreNoChildren() {
    var now = time.now();
    born(now.minus(Duration.ofDays(20)));
    book.move(born(now.minus(Duration.ofDays(10))), Birth.State.FAILED, "refused", now);
    assertThat(family().births()).isEqualTo(1);
    assertThat(family().failures()).isEqualTo(1);
  }
}
