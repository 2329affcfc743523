package org.bulbil.core.split;

import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.Set;
import org.bulbil.core.contact.BitcoinAddress;

/**
 * A relay that could be paid, as far as the rule cares.
 *
 * @param id its name that nobody else has, such as a fingerprint
 * @param address where it is paid
 * @param measured by others
 * @param capacity the most that its plan can carry, as the sum of guard, middle and exit; empty
 *     where no plan is known
 * @param ageDays since it was first seen, at least 0
 * @param uptime share of the last 30 days in which it was listed; empty where nobody has counted
 * @param rarity share of the network that its autonomous system carries, over the mean share of
 *     such systems, above 0; empty where the system is unknown
 * @param groups whom it shares a limit with, such as {@code as:AS24940}; its address is one of them
 *     without being named
 */
public record Candidate(
    String id,
    BitcoinAddress address,
    Measurement measured,
    OptionalDouble capacity,
    double ageDays,
    OptionalDouble uptime,
    OptionalDouble rarity,
    Set<String> groups) {

  static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::id);

  public Candidate {
    groups = Set.copyOf(groups);
    uptime.ifPresent(share -> Fractions.check("uptime", share));
    capacity.ifPresent(share -> positive("capacity", share));
    rarity.ifPresent(ratio -> positive("rarity", ratio));
    if (!(ageDays >= 0 && Double.isFinite(ageDays))) {
      throw new IllegalArgumentException("an age is at least 0 days, not " + ageDays);
    }
  }

  private static void positive(String what, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(what + " is above 0, not " + value);
    }
  }
}
