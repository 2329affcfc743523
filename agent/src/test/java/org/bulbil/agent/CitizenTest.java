package org.bulbil.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.relay.Condition;
import org.bulbil.agent.relay.TorUpkeep;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.contact.Email;
import org.bulbil.core.policy.Conduct;
import org.bulbil.core.testing.MemoryFolder;
import org.bulbil.tor.status.Vitals;
import org.bulbil.tor.status.Vitals.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A good citizen can be written to, and runs a tor that the authorities do not advise against. */
class CitizenTest {

  private static final Email ANSWERED = new Email("relays@sandbox.test");

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  private Journal journal;

  @BeforeEach
  void open() {
    journal = Journal.open(new SimulatedDisk().file("journal.db"), new TestingTime());
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private Conduct conductAfter(Standing... standings) {
    var upkeep = new TorUpkeep(journal);
    for (var standing : standings) {
      upkeep.see(condition(standing));
    }
    return new Citizen(ANSWERED, Optional::empty, upkeep::fault).conduct();
  }

  private static Condition condition(Standing standing) {
    var vitals =
        new Vitals(TestingKeeper.OWN, 0, 0, Duration.ofHours(1), true, "0.4.8.1", standing);
    return new Condition(Optional.of(vitals), Optional.empty(), false, "a relay of a test");
  }

  @Test
  void anAddressAtWhichNobodyReceivesMailIsNone() {
    assertThat(new Citizen(new Email("me@example.com"), Optional::empty, Optional::empty).conduct())
        .isEqualTo(Conduct.UNREACHABLE);
  }

  @Test
  void aTorThatNobodyJudgesIsGoodEnough() {
    assertThat(conductAfter()).isEqualTo(Conduct.GOOD);
    assertThat(conductAfter(Standing.UNKNOWN)).isEqualTo(Conduct.GOOD);
    assertThat(conductAfter(Standing.TOLERATED)).isEqualTo(Conduct.GOOD);
  }

  @Test
  void anOutdatedTorIsSaidOnceAndNotForgottenAtAStart() {
    assertThat(conductAfter(Standing.RECOMMENDED, Standing.UNRECOMMENDED))
        .isEqualTo(Conduct.OUTDATED);
    assertThat(conductAfter()).isEqualTo(Conduct.OUTDATED);
    assertThat(conductAfter(Standing.UNKNOWN, Standing.UNRECOMMENDED)).isEqualTo(Conduct.OUTDATED);
    assertThat(journal.newest(9))
        .extracting(Entry::words)
        .containsExactly(
            "the authorities no longer recommend tor 0.4.8.1: no children until it is updated");
  }

  @Test
  void anUpdateMakesItGoodAgain() {
    assertThat(conductAfter(Standing.UNRECOMMENDED, Standing.RECOMMENDED)).isEqualTo(Conduct.GOOD);
  }
}
