package org.bulbil.agent.survive;

import java.time.Duration;
import java.util.Optional;
import org.bulbil.agent.LivingAgent;

/**
 * How long until the next heartbeat: short while something is under way or due, a day while nothing
 * is. That is what makes a life cheap; the agent only sees that time has passed.
 */
final class Pace {

  private static final Duration WATCHFUL = Told.HEARTBEAT;
  private static final Duration BUSY = Duration.ofHours(1);
  private static final Duration WAITING = Duration.ofHours(6);
  private static final Duration QUIET = Duration.ofHours(24);

  /** What is under way for longer is stuck, and is looked at less often. */
  private static final Duration STUCK = Duration.ofHours(24);

  private final World world;
  private final Tenant tenant;
  private final Dice dice;
  private Duration busyFor = Duration.ZERO;

  Pace(World world, Tenant tenant, Dice dice) {
    this.world = world;
    this.tenant = tenant;
    this.dice = dice;
  }

  Duration next(Optional<LivingAgent> agent) {
    var pause = pause(agent);
    // Never twice the same, so that nothing falls into step.
    return pause.multipliedBy(dice.between(80, 120)).dividedBy(100);
  }

  private Duration pause(Optional<LivingAgent> agent) {
    var left = tenant.lease().left(world.now());
    if (left.compareTo(Duration.ofHours(10)) < 0) {
      return WATCHFUL;
    }
    if (agent.isEmpty() || isBusy(agent.get())) {
      busyFor = busyFor.plus(BUSY);
      return busyFor.compareTo(STUCK) < 0 ? BUSY : WAITING;
    }
    busyFor = Duration.ZERO;
    return left.compareTo(Duration.ofDays(3)) < 0 ? WAITING : QUIET;
  }

  private boolean isBusy(LivingAgent agent) {
    return !world.chain.waiting().isEmpty()
        || agent.isBuying()
        || agent.isGivingBirth()
        || !agent.wallet().outbox().open().isEmpty();
  }
}
