package org.bulbil.evolve.rule;

import org.bulbil.core.policy.Decision;
import org.bulbil.core.policy.Policy;
import org.bulbil.core.policy.Situation;

/** How a relay decides: the production policy, or a rival's rule to compare it with. */
@FunctionalInterface
public interface Rule {

  Decision decide(Situation situation);

  /** The very policy that runs on servers. */
  static Rule of(Policy policy) {
    return policy::decide;
  }
}
