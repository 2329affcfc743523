package org.bulbil.core.split;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;

/**
 * Who gets what of one donation.
 *
 * @param donation all of which is given
 * @param recipients in order of their addresses; at least one, and their amounts sum up exactly
 * @param unpaid candidates that get nothing, in order of their ids
 */
public record Split(Sats donation, List<Recipient> recipients, List<Unpaid> unpaid) {

  public Split {
    recipients = List.copyOf(recipients);
    unpaid = List.copyOf(unpaid);
    if (!Sats.sum(recipients.stream().map(Recipient::amount).toList()).equals(donation)) {
      throw new IllegalArgumentException("a split gives exactly the donation");
    }
  }

  /**
   * Splits {@code donation}; refused where nobody can be paid, with the reason. The order of the
   * candidates does not matter.
   *
   * @param candidates each id once
   * @param seed for a lottery among those whose shares are too small to be paid; without one they
   *     are left out and the others get their shares
   */
  public static Outcome<Split> of(
      Collection<Candidate> candidates, Sats donation, Rule rule, Optional<Seed> seed) {
    return new Splitting(candidates, donation, rule).split(seed);
  }
}
