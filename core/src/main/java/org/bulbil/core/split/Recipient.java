package org.bulbil.core.split;

import java.util.List;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.money.Sats;

/**
 * An address that is paid.
 *
 * @param relays that name it, in order
 * @param way how it came to its amount
 */
public record Recipient(BitcoinAddress address, List<Weighed> relays, Way way, Sats amount) {

  /** How somebody came to an amount. */
  public enum Way {
    SHARE,
    /** Its share was too small to be paid, and it won. */
    LOTTERY
  }

  public Recipient {
    relays = List.copyOf(relays);
  }

  public double weight() {
    return relays.stream().mapToDouble(relay -> relay.factors().weight()).sum();
  }

  /**
   * The factors of all of its relays together: each the mean of theirs, weighed by the product of
   * those before it, so that their product is the weight.
   */
  public Factors factors() {
    return new Factors(
        upTo(Factor.MEASURED),
        ratio(Factor.PLAN, Factor.MEASURED),
        ratio(Factor.VESTED, Factor.PLAN),
        ratio(Factor.UPTIME, Factor.VESTED),
        ratio(Factor.DIVERSITY, Factor.UPTIME),
        ratio(Factor.GROUP, Factor.DIVERSITY));
  }

  private double ratio(Factor factor, Factor former) {
    return upTo(former) == 0 ? 0 : upTo(factor) / upTo(former);
  }

  private double upTo(Factor last) {
    return relays.stream().mapToDouble(relay -> relay.factors().upTo(last)).sum();
  }
}
