package org.bulbil.atlas.tip;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.bulbil.atlas.tip.Audit.Output;
import org.bulbil.atlas.tip.Audit.Payee;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.Payout;
import org.bulbil.bitcoin.Payouts;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;

/** The payment that an audit file orders, checked: files are edited, and pass many hands. */
final class Outputs {

  private Outputs() {}

  static Outcome<List<Output>> of(Audit audit, Chain chain) {
    var outputs = new ArrayList<Output>();
    var seen = new HashSet<String>();
    long sum = 0;
    for (var payee : audit.recipients()) {
      switch (output(payee, chain)) {
        case Outcome.Done<Output>(Output output) -> outputs.add(output);
        case Outcome.Refused<Output>(String why, int code) -> {
          return Outcome.refused(why, code);
        }
        case Outcome.Unknown<Output>(String why) -> {
          return Outcome.unknown(why);
        }
      }
      if (!seen.add(outputs.getLast().address().text())) {
        return Outcome.refused("the address %s stands twice".formatted(payee.address()), 0);
      }
      sum = Math.addExact(sum, payee.sat());
    }
    return sum == audit.sat()
        ? Outcome.done(List.copyOf(outputs))
        : Outcome.refused(
            "its recipients get %d sat together, and its donation is %d sat"
                .formatted(sum, audit.sat()),
            0);
  }

  static Outcome<Payouts> payouts(List<Output> outputs, Network network) {
    try {
      return Outcome.done(
          new Payouts(
              outputs.stream()
                  .map(it -> new Payout(Address.parse(it.address().text(), network), it.amount()))
                  .toList()));
    } catch (IllegalArgumentException e) {
      return Outcome.refused(String.valueOf(e.getMessage()), 0);
    }
  }

  private static Outcome<Output> output(Payee payee, Chain chain) {
    if (payee.sat() <= 0 || payee.sat() > Sats.SUPPLY_MAX) {
      return Outcome.refused("%s cannot get %d sat".formatted(payee.address(), payee.sat()), 0);
    }
    return switch (BitcoinAddress.read(payee.address())) {
      case Outcome.Done<BitcoinAddress>(BitcoinAddress address) ->
          address.isOn(chain)
              ? Outcome.done(new Output(address, Sats.of(payee.sat())))
              : Outcome.refused(
                  "%s is an address of %s, and the tip is of %s: a transaction has one network"
                      .formatted(address, address.chain(), chain),
                  0);
      case Outcome.Refused<BitcoinAddress>(String why, int code) ->
          Outcome.refused("%s is no address: %s".formatted(payee.address(), why), code);
      case Outcome.Unknown<BitcoinAddress>(String why) -> Outcome.unknown(why);
    };
  }
}
