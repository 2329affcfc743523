package org.bulbil.sandbox.provider.estate;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Day;
import org.bulbil.sandbox.provider.book.EndedBy;
import org.bulbil.sandbox.provider.book.Event.ToppedUp.Cause;

/**
 * What the passing of time does to servers: they are built, renewed, suspended, deleted and at last
 * removed. All that has fallen due is done in the order in which it fell due, each as of its own
 * instant, so that a clock which jumps leaves the same result as one that creeps.
 */
final class Upkeep {

  /** Days after which a deleted server is gone from every list. */
  private static final int REMEMBERED_DAYS = 90;

  private final Rack rack;
  private final Renewal renewal;
  private final Day day;

  Upkeep(Rack rack, Renewal renewal, Day day) {
    this.rack = rack;
    this.renewal = renewal;
    this.day = day;
  }

  /** Does everything that is due at {@code now}. */
  void catchUp(Instant now) {
    for (var next = next(now); next.isPresent(); next = next(now)) {
      act(next.get());
    }
  }

  private Optional<Server> next(Instant now) {
    return rack.all().stream()
        .filter(server -> !due(server).isAfter(now))
        .min(Comparator.comparing(this::due));
  }

  /** When something must be done about a server; every act moves it on. */
  private Instant due(Server server) {
    return switch (server.state()) {
      case State.Building(Instant ready) -> earlier(ready, server.expiry());
      case State.Running _, State.Stopped _ ->
          server.autorenews() ? renewal.next(server) : server.expiry();
      case State.Suspended _ -> server.expiry();
      case State.Ended ended -> ended.at().plus(day.times(REMEMBERED_DAYS));
    };
  }

  private void act(Server server) {
    var at = due(server);
    if (server.hasEnded()) {
      rack.remove(server);
    } else if (!server.expiry().isAfter(at)) {
      rack.end(server, EndedBy.EXPIRATION, at);
    } else if (server.state() instanceof State.Building) {
      rack.build(server, at);
    } else {
      renewOrSuspend(server, at);
    }
  }

  private void renewOrSuspend(Server server, Instant at) {
    switch (renewal.extend(server, 1, Cause.AUTORENEW, at)) {
      case Outcome.Done<Server> _ -> {}
      case Outcome.Refused<Server> _, Outcome.Unknown<Server> _ -> rack.suspend(server, at);
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
