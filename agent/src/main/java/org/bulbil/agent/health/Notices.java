package org.bulbil.agent.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.ForeignWords;
import org.bulbil.hosting.Message;
import org.bulbil.hosting.Message.Sender;
import org.bulbil.hosting.Provider;

/**
 * What the provider writes to us, as about abuse: looked for every hour of a day, written into the
 * journal once, and shown until somebody has answered it through the token, or for a month.
 */
public final class Notices {

  /** When the newest message that was written down was sent. */
  private static final String SEEN = "notices.seen";

  /** The newest message that nobody has answered: the moment and the words, or neither. */
  private static final String OPEN_SINCE = "notices.open_since";

  private static final String OPEN_WORDS = "notices.open_words";

  private static final int LOOKS_A_DAY = 24;
  private static final int DAYS_SHOWN = 30;

  /** Of a first look into a full box the newest are enough. */
  private static final int NOTED_AT_ONCE = 20;

  /** A notice that nobody has answered. */
  public record Notice(Instant sentAt, String words) {}

  private final Provider provider;
  private final CreditToken token;
  private final Journal journal;
  private final Day day;
  private final Time time;
  private Optional<Instant> looked = Optional.empty();

  public Notices(Provider provider, CreditToken token, Journal journal, Day day, Time time) {
    this.provider = provider;
    this.token = token;
    this.journal = journal;
    this.day = day;
    this.time = time;
  }

  /** Looks for notices where it is time for that. */
  public void look() {
    if (looked.filter(then -> then.plus(pause()).isAfter(time.now())).isEmpty()) {
      provider.messages(token).answer().ifPresent(this::read);
    }
  }

  private Duration pause() {
    return day.fraction(1, LOOKS_A_DAY);
  }

  private void read(List<Message> messages) {
    looked = Optional.of(time.now());
    var notices =
        messages.stream()
            .filter(message -> message.sender() == Sender.PROVIDER)
            .sorted(Comparator.comparing(Message::sentAt))
            .toList();
    var before = seen();
    var fresh = notices.stream().filter(notice -> notice.sentAt().isAfter(before)).toList();
    fresh.stream().skip(Math.max(0, fresh.size() - NOTED_AT_ONCE)).forEach(this::note);
    keep(notices.stream().filter(notice -> !isAnswered(notice, messages)).toList());
  }

  private Instant seen() {
    return journal.recallInstant(SEEN).orElse(Instant.EPOCH);
  }

  private void note(Message notice) {
    journal.note(Entry.Kind.NOTICE, "the provider writes: " + words(notice));
    journal.remember(SEEN, notice.sentAt());
  }

  private static boolean isAnswered(Message notice, List<Message> all) {
    return all.stream()
        .anyMatch(other -> other.sender() == Sender.US && other.sentAt().isAfter(notice.sentAt()));
  }

  private void keep(List<Message> open) {
    journal.remember(OPEN_SINCE, open.isEmpty() ? Instant.EPOCH : open.getLast().sentAt());
    journal.remember(OPEN_WORDS, open.isEmpty() ? "" : words(open.getLast()));
  }

  /** Public pages show it, so nothing may be in it that is not for everybody. */
  private String words(Message notice) {
    return ForeignWords.shown(notice.text(), List.of(token.value()));
  }

  /** The newest notice of the last month that nobody has answered, also while nothing is heard. */
  public Optional<Notice> open() {
    var oldest = time.now().minus(day.times(DAYS_SHOWN));
    return journal
        .recallInstant(OPEN_SINCE)
        .filter(sent -> sent.isAfter(oldest))
        .map(sent -> new Notice(sent, journal.recall(OPEN_WORDS).orElse("")));
  }
}
