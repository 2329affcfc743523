package org.bulbil.atlas.tip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.core.contact.BitcoinAddress;

/**
 * How OnionTip split (2014 to 2017), for comparison: by consensus weight alone, in its own custody,
 * with the fee taken from the donation, outputs below 5,460 sat dropped and spread by floors.
 */
final class OnionTip {

  private static final long DUST = 5_460;

  /** For every kilobyte begun. */
  private static final long FEE = 10_000;

  private OnionTip() {}

  /**
   * What came of a donation.
   *
   * @param amounts by share, 0 where it was dropped
   * @param lost to rounding, beyond the fee
   */
  record Result(List<Long> amounts, long fee, long lost) {}

  /** An address with the relays that name it. */
  record Payee(BitcoinAddress address, List<Relay> relays) {

    long weight() {
      return relays.stream().mapToLong(relay -> relay.details().consensusWeight()).sum();
    }
  }

  /**
   * Who is eligible: running, weighed, with the first valid address.
   *
   * @param isBase58Only as it was; bech32 came later
   */
  static List<Payee> payees(Snapshot snapshot, boolean isBase58Only) {
    var byAddress = new TreeMap<String, Payee>();
    for (var relay : snapshot.relays()) {
      var known = relay.details();
      var addresses =
          relay.addresses().stream()
              .filter(one -> !isBase58Only || !one.text().startsWith("bc1"))
              .toList();
      if (known.running()
          && known.guardProbability() != null
          && known.consensusWeight() > 0
          && !addresses.isEmpty()) {
        var address = addresses.getFirst();
        byAddress
            .computeIfAbsent(address.text(), _ -> new Payee(address, new ArrayList<>()))
            .relays()
            .add(relay);
      }
    }
    return byAddress.values().stream()
        .sorted(Comparator.comparingLong(payee -> -payee.weight()))
        .toList();
  }

  /** Splits by its formula; nothing is given where the fee takes it all. */
  static Result split(long donation, List<Double> weights) {
    long bytes = 148 + 34L * weights.size() + 10;
    long fee = (bytes + 999) / 1000 * FEE;
    double rest = Math.max(0, donation - fee);
    double all = weights.stream().mapToDouble(Double::doubleValue).sum();
    double kept =
        weights.stream().mapToDouble(Double::doubleValue).filter(w -> rest * w / all >= DUST).sum();
    var amounts =
        weights.stream()
            .map(
                weight ->
                    rest * weight / all >= DUST ? (long) Math.floor(rest * weight / kept) : 0L)
            .toList();
    long paid = amounts.stream().mapToLong(Long::longValue).sum();
    return new Result(amounts, fee, donation - fee - paid);
  }
}
