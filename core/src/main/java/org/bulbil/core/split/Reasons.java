package org.bulbil.core.split;

import java.util.List;
import java.util.Optional;
import org.bulbil.core.money.Sats;

/** Why somebody gets nothing, in words. */
final class Reasons {

  private Reasons() {}

  /** Empty for a relay that has some weight. */
  static Optional<Unpaid> worthless(Weighed relay) {
    var factors = relay.factors();
    if (factors.own() > 0) {
      return Optional.empty();
    }
    if (factors.measured() == 0) {
      return Optional.of(new Unpaid(relay, "nobody has measured what it carries"));
    }
    return Optional.of(
        new Unpaid(
            relay,
            factors.vested() == 0
                ? "is new: %.1f days old, and a share vests from the 8th day to the 68th"
                    .formatted(relay.candidate().ageDays())
                : "was not listed in the last 30 days"));
  }

  static String nobody(List<Unpaid> all) {
    return "none of the %d relays chosen can be paid; the first, %s, %s"
        .formatted(all.size(), all.getFirst().relay().candidate().id(), all.getFirst().why());
  }

  static String belowEveryLimit(Sats donation, Sats least) {
    return ("%s is below what any of the addresses chosen can be paid, the least being %s: smaller"
            + " outputs are dust, which no node passes on; donate more, or choose others")
        .formatted(donation, least);
  }

  static String wholeTooSmall(Sats least) {
    return "its address cannot be paid less than %s, which is more than the donation"
        .formatted(least);
  }

  static String tooSmall(Party party, long all, Sats donation) {
    return ("its address would get %.1f sat, and cannot be paid less than %s; a lottery"
            + " (--seed-block) gives it the same on average")
        .formatted((double) donation.value() * party.share() / all, party.least());
  }

  static String lost(Party party, long all, int prizes) {
    return "its address took part in the lottery with a chance of %.2f %% and did not win"
        .formatted(100.0 * party.share() / all * prizes);
  }
}
