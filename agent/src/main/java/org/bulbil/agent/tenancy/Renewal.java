package org.bulbil.agent.tenancy;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.agent.journal.Act;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Intent;
import org.bulbil.agent.journal.Journal;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.policy.Renewing;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.Accepted;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Provider;

/**
 * Turns credit into days of the own lease. A top-up whose answer was lost is settled by the lease's
 * expiry: it moved, by whatever length, or it did not; until that is known no other is made.
 */
public final class Renewal {

  /** The end of the lease, in milliseconds since 1970, at which a top-up went wrong. */
  private static final String TROUBLED_AT = "topup.troubled_at";

  private final Provider provider;
  private final CreditToken token;
  private final Journal journal;
  private final Time time;
  private final Day day;
  private final Duration lateAnswer;

  /**
   * @param day of the lease
   * @param lateAnswer how long after its sending a request may still take effect at the provider
   */
  public Renewal(
      Provider provider,
      CreditToken token,
      Journal journal,
      Time time,
      Day day,
      Duration lateAnswer) {
    this.provider = provider;
    this.token = token;
    this.journal = journal;
    this.time = time;
    this.day = day;
    this.lateAnswer = lateAnswer;
  }

  /** Whether {@code lease} still ends where it ended when a top-up went wrong. */
  public Renewing howItWent(Lease lease) {
    return journal.recallInstant(TROUBLED_AT).filter(lease.expiry()::equals).isPresent()
        ? Renewing.TROUBLED
        : Renewing.SMOOTH;
  }

  /** Adds {@code days}, unless an earlier top-up is still unknown: then finds out about that. */
  public void topUp(Lease lease, int days) {
    journal
        .unsettled(Act.TOP_UP, lease.id().value())
        .ifPresentOrElse(intent -> settle(intent, lease), () -> readAndRequest(lease, days));
  }

  /**
   * The end is read once more: one that we gave up on may have taken effect since the decision, and
   * then there is nothing to add.
   */
  private void readAndRequest(Lease lease, int days) {
    switch (provider.lease(token, lease.id())) {
      case Outcome.Done<Lease>(Lease fresh) when fresh.expiry().equals(lease.expiry()) ->
          request(lease, days);
      case Outcome.Done<Lease> _ ->
          journal.note(Entry.Kind.LEASE, "the lease's end moved by itself; nothing is added");
      case Outcome.Refused<Lease> _, Outcome.Unknown<Lease> _ ->
          troubled(lease, "no top-up: the lease's end cannot be read");
    }
  }

  private void request(Lease lease, int days) {
    var intent =
        journal.intend(Act.TOP_UP, lease.id().value(), days + " " + lease.expiry().toEpochMilli());
    var answer = provider.topUp(token, lease.id(), days);
    switch (answer) {
      case Outcome.Done<Accepted> _ ->
          renewed(lease.withExpiry(lease.expiry().plus(day.times(days))), days);
      case Outcome.Refused<Accepted> _, Outcome.Unknown<Accepted> _ ->
          troubled(lease, "top-up of %d days: %s".formatted(days, answer.summary()));
    }
    journal.settle(intent, answer);
  }

  private void troubled(Lease lease, String words) {
    journal.remember(TROUBLED_AT, lease.expiry());
    journal.note(Entry.Kind.TROUBLE, words);
  }

  /** Remembers the new end at once: the provider may be silent for longer than to the old one. */
  private void renewed(Lease longer, int days) {
    KnownHome.rememberLease(journal, longer);
    journal.note(Entry.Kind.LEASE, "renewed for " + days + " days");
  }

  /** By another length than was asked, as by a request that was heard twice: told, not mended. */
  private void renewed(Lease longer, int days, Duration moved) {
    renewed(longer, days);
    if (!moved.equals(day.times(days))) {
      journal.note(
          Entry.Kind.TROUBLE,
          "the lease's end moved by %s hours where %d days were asked"
              .formatted(moved.toHours(), days));
    }
  }

  /** Finds out what became of a top-up whose answer was lost, also from a life before a crash. */
  public void settle(Lease known) {
    journal.unsettled(Act.TOP_UP, known.id().value()).ifPresent(intent -> settle(intent, known));
  }

  private void settle(Intent intent, Lease known) {
    provider.lease(token, known.id()).answer().ifPresent(fresh -> judge(intent, fresh));
  }

  private void judge(Intent intent, Lease fresh) {
    var words = intent.detail().split(" ", -1);
    var days = Integer.parseInt(words[0]);
    var before = Instant.ofEpochMilli(Long.parseLong(words[1]));
    if (fresh.expiry().isAfter(before)) {
      renewed(fresh, days, Duration.between(before, fresh.expiry()));
      journal.settle(intent, Outcome.done(fresh));
    } else if (intent.made().plus(lateAnswer).isBefore(time.now())) {
      journal.settle(intent, Outcome.refused("the expiry has not moved", 0));
      troubled(fresh, "a top-up of " + days + " days did not happen");
    }
  }
}
