package org.bulbil.agent;

import org.bulbil.agent.settings.Settings;
import org.bulbil.core.genome.Gene;
import org.bulbil.core.policy.Policy;
import org.bulbil.hosting.Prepayment;

/** The policy that fits what a provider makes of money. */
final class Judgement {

  /**
   * Days that stick to the machine are lost with it, so that fewer are kept in stock: by {@code
   * √(2K/h)}, K the fixed cost of a payment in rent-days and h the hazard, 26 days at 2 sat/vB and
   * 57 at 10.
   */
  private static final int MOST_DAYS_ON_MACHINE = 60;

  private Judgement() {}

  /**
   * That of the genome, where credit outlives a server. Where it does not, the stock is smaller,
   * and no child is planted: its order would come before its payment, which the nursery does not
   * know.
   */
  static Policy of(Settings settings, Prepayment prepayment) {
    return switch (prepayment) {
      case CREDIT -> new Policy(settings.genome(), settings.limits());
      case ON_MACHINE -> {
        var genome = settings.genome();
        int stock = Math.min(genome.creditDays(), MOST_DAYS_ON_MACHINE);
        yield new Policy(genome.with(Gene.CREDIT, stock), settings.limits().childless());
      }
    };
  }
}
