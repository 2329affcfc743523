package org.bulbil.core.split;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.money.Sats;

/**
 * An address with its relays, before anything is rounded.
 *
 * @param least the smallest amount that can be paid to it
 * @param share of the whole, in units of 10⁻¹²: as whole numbers they can be recomputed exactly
 */
record Party(BitcoinAddress address, List<Weighed> relays, Sats least, long share) {

  /** Satoshis of the largest donation are 2⁵¹, so a share needs no more digits than this. */
  static final double UNITS = 1e12;

  static final Comparator<Party> BY_ADDRESS = Comparator.comparing(party -> party.address().text());

  /** Those first whose share is the smallest beside what it would have to be. */
  static final Comparator<Party> SMALLEST_FIRST =
      Comparator.comparingDouble((Party party) -> (double) party.share() / party.least().value())
          .thenComparing(BY_ADDRESS);

  static long sum(Collection<Party> parties) {
    return parties.stream().mapToLong(Party::share).sum();
  }

  /** Whether {@code share} of {@code all} is less of a donation than {@code least}. */
  static boolean isBelow(Sats least, long share, long all, Sats donation) {
    var wanted = BigInteger.valueOf(least.value()).multiply(BigInteger.valueOf(all));
    var had = BigInteger.valueOf(donation.value()).multiply(BigInteger.valueOf(share));
    return had.compareTo(wanted) < 0;
  }

  /** Whether it gets too little of {@code donation} where all have {@code all} together. */
  boolean isSmall(long all, Sats donation) {
    return isBelow(least, share, all, donation);
  }

  Recipient paid(Recipient.Way way, Sats amount) {
    return new Recipient(address, relays, way, amount);
  }

  /** All of its relays get nothing. */
  List<Unpaid> unpaid(String why) {
    return relays.stream().map(relay -> new Unpaid(relay, why)).toList();
  }
}
