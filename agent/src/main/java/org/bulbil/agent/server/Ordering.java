package org.bulbil.agent.server;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.journal.Act;
import org.bulbil.agent.journal.Intent;
import org.bulbil.agent.journal.Journal;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.ServerOrder;

/**
 * Launches servers, each once. An intent is written before every launch; where its outcome is not
 * known, the provider is asked for servers of that name before anything else, and a launch is given
 * up only when its request can no longer take effect.
 */
public final class Ordering {

  private final Provider provider;
  private final Journal journal;
  private final Duration lateAnswer;
  private final Day day;
  private final Time time;

  /**
   * @param lateAnswer how long after its sending a launch whose answer was lost may still happen
   */
  public Ordering(Provider provider, Journal journal, Duration lateAnswer, Day day, Time time) {
    this.provider = provider;
    this.journal = journal;
    this.lateAnswer = lateAnswer;
    this.day = day;
    this.time = time;
  }

  /** Takes the next step towards the server; at most one launch. */
  public void advance(Buyer buyer) {
    journal
        .unsettled(Act.LAUNCH, buyer.hostname().value())
        .ifPresentOrElse(
            intent -> settle(buyer, intent),
            () -> {
              if (pauseIsOver(buyer)) {
                unlessThere(buyer, () -> order(buyer));
              }
            });
  }

  /**
   * Finds out whether there is a server, and launches none.
   *
   * @param none run once where it is known that there is none
   */
  public void windUp(Buyer buyer, Runnable none) {
    journal
        .unsettled(Act.LAUNCH, buyer.hostname().value())
        .ifPresentOrElse(intent -> settle(buyer, intent), () -> unlessThere(buyer, none));
  }

  /** A refusal may have answered the second copy of a request of which the first was obeyed. */
  private void unlessThere(Buyer buyer, Runnable otherwise) {
    if (buyer.refusals() == 0) {
      otherwise.run();
    } else {
      servers(buyer)
          .ifPresent(
              live ->
                  live.stream()
                      .findFirst()
                      .ifPresentOrElse(
                          lease -> buyer.launched(lease.id(), live.size()), otherwise));
    }
  }

  private boolean pauseIsOver(Buyer buyer) {
    return new Setbacks(buyer.refusals(), buyer.changed()).allowAnother(day, time.now());
  }

  private void order(Buyer buyer) {
    switch (buyer.order()) {
      case Outcome.Done<ServerOrder>(ServerOrder order) -> launch(buyer, order);
      case Outcome.Refused<ServerOrder>(String why, _) -> buyer.refused(why);
      case Outcome.Unknown<ServerOrder> _ -> {}
    }
  }

  private void launch(Buyer buyer, ServerOrder order) {
    var intent = journal.intend(Act.LAUNCH, buyer.hostname().value(), order.toString());
    var answer = provider.launch(buyer.token(), order);
    switch (answer) { // The buyer first: a settled intent that nobody remembers is a second launch.
      case Outcome.Done<LeaseId>(LeaseId lease) -> buyer.launched(lease, 1);
      case Outcome.Refused<LeaseId> refusal -> buyer.refused(refusal.summary());
      case Outcome.Unknown<LeaseId> _ -> {}
    }
    journal.settle(intent, answer);
  }

  /** A launch whose answer was lost: servers of this name, which nobody else has, are ours. */
  private void settle(Buyer buyer, Intent intent) {
    servers(buyer)
        .ifPresent(
            live ->
                live.stream()
                    .findFirst()
                    .ifPresentOrElse(
                        lease -> {
                          buyer.launched(lease.id(), live.size());
                          journal.settle(intent, Outcome.done(lease));
                        },
                        () -> giveUp(intent)));
  }

  /** The servers of this name; empty while that is not known. */
  private Optional<List<Lease>> servers(Buyer buyer) {
    return provider
        .leases(buyer.token(), buyer.hostname())
        .answer()
        .map(found -> found.stream().filter(Lease::isLive).toList());
  }

  /** No such server: after a while that means there will be none. */
  private void giveUp(Intent intent) {
    if (intent.made().plus(lateAnswer).isBefore(time.now())) {
      journal.settle(intent, Outcome.refused("no such server exists", 0));
    }
  }
}
