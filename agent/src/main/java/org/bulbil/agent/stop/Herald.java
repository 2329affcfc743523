package org.bulbil.agent.stop;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bulbil.agent.birth.Birth;
import org.bulbil.agent.order.SignedOrder;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.CreditToken;
import org.bulbil.wire.Endpoint;

/**
 * Hands orders on to the own children, until each has answered for good or the order has run out.
 * Where a child lives the provider says: tor may have ended by then. One thread.
 */
public final class Herald {

  /** Doors knocked at in one heartbeat; each may take some seconds. */
  private static final int VISITS_A_BEAT = 4;

  /** A child that did not answer is visited again after so many heartbeats. */
  private static final int BEATS_BETWEEN_ROUNDS = 6;

  private final Obedience obedience;
  private final Supplier<List<Birth>> births;
  private final Leases leases;
  private final int port;
  private final Duration pause;
  private final Time time;
  private final Set<Errand> done = new HashSet<>();
  private final Set<Errand> tried = new HashSet<>();
  private Instant nextRound = Instant.MIN;

  /** Where servers are, by the token that pays for them. */
  @FunctionalInterface
  public interface Leases {
    Outcome<Lease> of(CreditToken token, LeaseId id);
  }

  /** One order for one child. */
  private record Errand(long birth, SignedOrder order) {}

  /**
   * @param births the own children
   * @param port where the family's status pages are
   */
  public Herald(
      Obedience obedience,
      Supplier<List<Birth>> births,
      Leases leases,
      int port,
      Duration heartbeat,
      Time time) {
    this.obedience = obedience;
    this.births = births;
    this.leases = leases;
    this.port = port;
    this.pause = heartbeat.multipliedBy(BEATS_BETWEEN_ROUNDS);
    this.time = time;
  }

  /** Visits a few children, if there is something to tell. */
  public void beat() {
    if (!time.now().isBefore(nextRound)) {
      tried.clear();
      nextRound = time.now().plus(pause);
    }
    for (var order : obedience.toHandOn()) {
      births.get().stream()
          .flatMap(birth -> visit(birth, order))
          .limit(VISITS_A_BEAT)
          .forEach(Runnable::run);
    }
  }

  private Stream<Runnable> visit(Birth birth, SignedOrder order) {
    var errand = new Errand(birth.id(), order);
    return birth.lease().isEmpty() || done.contains(errand) || tried.contains(errand)
        ? Stream.empty()
        : Stream.of(() -> go(birth, errand));
  }

  private void go(Birth birth, Errand errand) {
    tried.add(errand);
    address(birth)
        .map(address -> Endpoint.http(address, port))
        .map(page -> OrderCall.bring(errand.order(), page))
        .filter(answer -> !(answer instanceof Outcome.Unknown<String>))
        .ifPresent(_ -> done.add(errand));
  }

  private Optional<String> address(Birth birth) {
    return birth
        .token()
        .flatMap(token -> leases.of(token, birth.lease().orElseThrow()).answer())
        .filter(Lease::isLive)
        .flatMap(Lease::address);
  }
}
