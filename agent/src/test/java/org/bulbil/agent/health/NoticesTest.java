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

/** A notice of the provider is written down once and shown until somebody has answered it. */
class NoticesTest {

  private static final CreditToken TOKEN = new CreditToken("ss_t_sekret");

  private final TestingTime time = new TestingTime();
  private final SimulatedDisk disk = new SimulatedDisk();
  private final List<Message> box = new ArrayList<>();
  private boolean silent;
  private int looks;
  private Journal journal = Journal.open(disk.file("journal.db"), time);
  private Notices notices = notices();

  private Notices notices() {
    var provider =
        (Provider)
            java.lang.reflect.Proxy.newProxyInstance(
                Provider.class.getClassLoader(),
                new Class<?>[] {Provider.class},
                (_, _, _) -> {
                  looks++;
                  return silent ? Outcome.unknown("silent") : Outcome.done(List.copyOf(box));
                });
    return new Notices(provider, TOKEN, journal, Day.REAL, time);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private void look() {
    time.pause(Duration.ofHours(1));
    notices.look();
  }

  private void write(Sender sender, String text) {
    box.add(new Message(time.now(), sender, text));
    time.pause(Duration.ofMinutes(1));
  }

  private List<String> told() {
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
    assertThat(told()).containsExactly("the provider writes: Please mind your traffic.");
    assertThat(notices.open())
        .hasValueSatisfying(
            notice -> assertThat(notice.words()).isEqualTo("Please mind your traffic."));
  }

  @Test
  void anAnswerThroughTheTokenTakesItDown() {
    write(Sender.PROVIDER, "Please mind your traffic.");
    look();
    write(Sender.US, "We do.");
    look();
    assertThat(notices.open()).isEmpty();
    write(Sender.PROVIDER, "You do not.");
    look();
    assertThat(notices.open().orElseThrow().words()).isEqualTo("You do not.");
    assertThat(told()).hasSize(2);
  }

  @Test
  void itIsStillShownWhileTheProviderIsSilentAlsoAfterARestart() {
    write(Sender.PROVIDER, "Abuse.");
    look();
    silent = true;
    journal.close();
    journal = Journal.open(disk.file("journal.db"), time);
    notices = notices();
    look();
    assertThat(notices.open().orElseThrow().words()).isEqualTo("Abuse.");
    silent = false;
    look();
    assertThat(told()).hasSize(1);
  }

  @Test
  void afterAMonthItIsShownNoMore() {
    write(Sender.PROVIDER, "Abuse.");
    look();
    time.pause(Duration.ofDays(31));
    assertThat(notices.open()).isEmpty();
  }

  /** The page is public: neither the token nor who complained stands there. */
  @Test
  void secretsAndMailboxesAreNotRepeated() {
    write(
        Sender.PROVIDER,
        "Your server ss_m_0123456789abcdef0123456789 of ss_t_sekret annoyed <jane@doe.test>\n!");
    look();
    assertThat(notices.open().orElseThrow().words())
        .isEqualTo("Your server … of … annoyed <…@…> !");
    assertThat(told().getFirst()).doesNotContain("ss_", "jane");
  }

  /** Of a full box the newest are written down, and none of it twice. */
  @Test
  void aFullBoxIsBounded() {
    for (int i = 0; i < 100; i++) {
      write(Sender.PROVIDER, "notice " + i);
    }
    look();
    look();
    assertThat(told()).hasSize(20).first().isEqualTo("the provider writes: notice 99");
    write(Sender.PROVIDER, "one more");
    look();
    assertThat(told()).hasSize(21).first().isEqualTo("the provider writes: one more");
  }

  @Test
  void itIsLookedIntoOnceAnHour() {
    var end = time.now().plus(Duration.ofDays(1));
    for (Instant now = time.now(); now.isBefore(end); now = time.now()) {
      notices.look();
      time.pause(Duration.ofMinutes(10));
    }
    assertThat(looks).isEqualTo(24);
  }
}
