package org.bulbil.agent.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.core.time.Time;

/**
 * A provider's health in memory, and in the journal's facts for the next start. An answer of a
 * healthy provider is written down once an hour at most; everything else at once.
 */
final class HealthRecord {

  private static final String ANSWERED = "provider.answered";
  private static final String FAILURES = "provider.failures";
  private static final String ASK_AGAIN = "provider.ask_again";
  private static final String COMPLAINT = "provider.complaint";

  private static final Duration BETWEEN_NOTES = Duration.ofHours(1);

  private final Journal journal;
  private final Quarantine quarantine;
  private final Time time;
  private Health health;

  HealthRecord(Journal journal, Quarantine quarantine, Time time) {
    this.journal = journal;
    this.quarantine = quarantine;
    this.time = time;
    this.health = recalled(journal);
  }

  private static Health recalled(Journal journal) {
    return new Health(
        journal.recallInstant(ANSWERED),
        journal.recall(FAILURES).map(Integer::parseInt).orElse(0),
        journal.recallInstant(ASK_AGAIN).filter(until -> until.isAfter(Instant.EPOCH)),
        journal.recall(COMPLAINT).orElse(""));
  }

  Health now() {
    return health;
  }

  void answered() {
    var before = health;
    health = before.answered(time.now());
    if (before.failures() >= Quarantine.PATIENCE) {
      journal.note(
          Entry.Kind.LEASE,
          "the provider answers again, after %d failures".formatted(before.failures()));
    }
    if (before.failures() > 0 || isLongSince(journal.recallInstant(ANSWERED))) {
      write();
    }
  }

  private boolean isLongSince(Optional<Instant> noted) {
    return noted.filter(then -> !then.plus(BETWEEN_NOTES).isBefore(time.now())).isEmpty();
  }

  void failed(String why) {
    health = health.failed(time.now(), why, quarantine);
    if (health.failures() == Quarantine.PATIENCE) {
      journal.note(Entry.Kind.TROUBLE, "the provider " + health.words(time.now()));
    }
    write();
  }

  private void write() {
    journal
        .store()
        .write(
            () -> {
              health.answered().ifPresent(then -> journal.remember(ANSWERED, then));
              journal.remember(FAILURES, Integer.toString(health.failures()));
              journal.remember(ASK_AGAIN, health.askAgain().orElse(Instant.EPOCH));
              journal.remember(COMPLAINT, health.complaint());
            });
  }
}
