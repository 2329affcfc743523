package org.bulbil.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Day;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Message;
import org.bulbil.hosting.Message.Sender;
import org.bulbil.hosting.Provider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A letter of the provider is written down once and shown until somebody has answered it. */
class InboxTest {

  private static final CreditToken TOKEN = new CreditToken("ss_t_sekret");

  private final TestingTime time = new TestingTime();
  private final SimulatedDisk disk = new SimulatedDisk();
  private final List<Message> box = new ArrayList<>();
  private boolean silent;
  private int looks;
  private Journal journal = Journal.open(disk.file("journal.db"), time);
  private Inbox letterbox = letterbox();

  private Inbox letterbox() {
    var provider =
        (Provider)
            java.lang.reflect.Proxy.newProxyInstance(
                Provider.class.getClassLoader(),
                new Class<?>[] {Provider.class},
                (_, _, _) -> {
                  looks++;
                  return silent ? Outcome.unknown("silent") : Outcome.done(List.copyOf(box));
                });
    return new Inbox(provider, TOKEN, journal, Day.REAL, time);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private void look() {
    time.pause(Duration.ofHours(1));
    letterbox.look();
  }

  private void write(Sender sender, String text) {
    box.add(new Message(time.now(), sender, text));
    time.pause(Duration.ofMinutes(1));
  }

  private List<String> notices() {
    return journal.newest(100).stream()
        .filter(entry -> entry.kind() == Entry.Kind.NOTICE)
        .map(Entry::words)
        .toList();
  }

  @Test
  void itIsWrittenDownOnceAndShown() {
    write(Sender.PROVIDER, "Please mind your traffic.");
    look();
    look();
    assertThat(notices()).containsExactly("the provider writes: Please mind your traffic.");
    assertThat(letterbox.open())
        .hasValueSatisfying(
            letter -> assertThat(letter.words()).isEqualTo("Please mind your traffic."));
  }

  @Test
  void anAnswerThroughTheTokenTakesItDown() {
    write(Sender.PROVIDER, "Please mind your traffic.");
    look();
    write(Sender.US, "We do.");
    look();
    assertThat(letterbox.open()).isEmpty();
    write(Sender.PROVIDER, "You do not.");
    look();
    assertThat(letterbox.open().orElseThrow().words()).isEqualTo("You do not.");
    assertThat(notices()).hasSize(2);
  }

  @Test
  void itIsStillShownWhileTheProviderIsSilentAlsoAfterARestart() {
    write(Sender.PROVIDER, "Abuse.");
    look();
    silent = true;
    journal.close();
    journal = Journal.open(disk.file("journal.db"), time);
    letterbox = letterbox();
    look();
    assertThat(letterbox.open().orElseThrow().words()).isEqualTo("Abuse.");
    silent = false;
    look();
    assertThat(notices()).hasSize(1);
  }

  @Test
  void afterAMonthItIsShownNoMore() {
    write(Sender.PROVIDER, "Abuse.");
    look();
    time.pause(Duration.ofDays(31));
    assertThat(letterbox.open()).isEmpty();
  }

  /** The page is public: neither the token nor who complained stands there. */
  @Test
  void secretsAndMailboxesAreNotRepeated() {
    write(
        Sender.PROVIDER,
        "Your server ss_m_0123456789abcdef0123456789 of ss_t_sekret annoyed <jane@doe.test>\n!");
    look();
    assertThat(letterbox.open().orElseThrow().words())
        .isEqualTo("Your server … of … annoyed <…@…> !");
    assertThat(notices().getFirst()).doesNotContain("ss_", "jane");
  }

  /** Of a full box the newest are written down, and none of it twice. */
  @Test
  void aFullBoxIsBounded() {
    for (int i = 0; i < 100; i++) {
      write(Sender.PROVIDER, "letter " + i);
    }
    look();
    look();
    assertThat(notices()).hasSize(20).first().isEqualTo("the provider writes: letter 99");
  }

  @Test
  void itIsLookedIntoOnceAnHour() {
    var end = time.now().plus(Duration.ofDays(1));
    for (Instant now = time.now(); now.isBefore(end); now = time.now()) {
      letterbox.look();
      time.pause(Duration.ofMinutes(10));
    }
    assertThat(looks).isEqualTo(24);
  }
}
