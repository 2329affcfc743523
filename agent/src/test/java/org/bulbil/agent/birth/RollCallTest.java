package org.bulbil.agent.birth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bulbil.agent.journal.Journal;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.contact.ContactInfo;
import org.bulbil.core.genome.Diversity;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Day;
import org.bulbil.tor.Fingerprint;
import org.junit.jupiter.api.Test;

/** A child that is missing for a week of days on which it was looked for is dead. */
class RollCallTest {

  private final TestingTime time = new TestingTime();
  private final SimulatedDisk disk = new SimulatedDisk();
  private final Set<Fingerprint> running = new HashSet<>();
  private boolean isSilent;
  private int questions;
  private Journal journal = Journal.open(disk.file("journal.db"), time);
  private BirthBook book = new BirthBook(journal.store());
  private RollCall roll = called();

  private RollCall called() {
    return new RollCall(book, directory(), journal, Day.REAL, time);
  }

  private Announcements directory() {
    return new Announcements() {
      @Override
      public Outcome<List<Announcement>> named(Hostname nickname) {
        return Outcome.done(List.of());
      }

      @Override
      public Outcome<List<Fingerprint>> running(String prefix) {
        questions++;
        return isSilent ? Outcome.unknown("no tor") : Outcome.done(List.copyOf(running));
      }
    };
  }

  private static Fingerprint fingerprint(int number) {
    return new Fingerprint("%040X".formatted(number));
  }

  private void bear(int number, String region) {
    var name = new Hostname("bulbil" + number);
    book.add(name, Genome.founder(region, "p"), Cents.dollars(23), time.now(), "");
    var announced = new Announcement(fingerprint(number).value(), ContactInfo.read(""));
    book.appeared(book.all().getLast(), announced, "address", time.now());
    book.move(book.all().getLast(), Birth.State.DONE, "", time.now());
    running.add(fingerprint(number));
  }

  /** Four heartbeats a day. */
  private void live(int days) {
    for (int beat = 0; beat < 4 * days; beat++) {
      roll.call();
      time.pause(Duration.ofHours(6));
    }
  }

  private void die(int number) {
    running.remove(fingerprint(number));
  }

  @Test
  void withoutChildrenNobodyIsAsked() {
    live(3);
    assertThat(questions).isZero();
    bear(1, "ams");
    live(10);
    assertThat(questions).isEqualTo(10);
  }

  @Test
  void relativesAreCountedWhereTheyLiveUntilTheyAreDead() {
    bear(1, "ams");
    bear(2, "ams");
    bear(3, "nrt");
    live(10);
    die(1);
    live(6);
    assertThat(roll.relatives("ewr"))
        .isEqualTo(new Diversity(Map.of("ewr", 1, "ams", 2, "nrt", 1)));
    live(2);
    assertThat(roll.relatives("ams")).isEqualTo(new Diversity(Map.of("ams", 2, "nrt", 1)));
  }

  @Test
  void twoEarlyDeathsAmongTheLastThreeChildrenAreMourned() {
    bear(1, "ams");
    bear(2, "ams");
    bear(3, "ams");
    live(30);
    die(1);
    live(10);
    assertThat(roll.bereft()).isEmpty();
    die(3);
    live(10);
    assertThat(roll.bereft().orElseThrow())
        .isBetween(time.now().minus(Duration.ofDays(5)), time.now());
    journal.close();
    journal = Journal.open(disk.file("journal.db"), time);
    book = new BirthBook(journal.store());
    roll = called();
    assertThat(roll.bereft()).isPresent();
    bear(4, "ams");
    bear(5, "ams");
    assertThat(roll.bereft()).as("of 3, 4 and 5 one died").isEmpty();
  }

  @Test
  void whoDiesOldIsNotMourned() {
    bear(1, "ams");
    bear(2, "ams");
    live(70);
    die(1);
    die(2);
    live(20);
    assertThat(roll.bereft()).isEmpty();
    assertThat(roll.relatives("ewr")).isEqualTo(new Diversity(Map.of("ewr", 1)));
  }

  @Test
  void aSilentTorKillsNobodyAndWhoComesBackWasNeverDead() {
    bear(1, "ams");
    bear(2, "ams");
    live(5);
    isSilent = true;
    live(30);
    assertThat(roll.relatives("ewr").relatives()).containsEntry("ams", 2);
    isSilent = false;
    die(1);
    live(5);
    running.add(fingerprint(1));
    live(5);
    die(1);
    live(5);
    assertThat(roll.relatives("ewr").relatives()).containsEntry("ams", 2);
    assertThat(roll.bereft()).isEmpty();
  }
}
