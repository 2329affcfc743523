package org.bulbil.bitcoin;

import java.util.HashSet;
import java.util.List;
import org.bulbil.core.money.Sats;

/** Outputs that one transaction pays: at least one, all of one network, no address twice. */
public record Payouts(List<Payout> all) {

  public Payouts {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("there is nobody to pay");
    }
    var network = all.getFirst().address().network();
    var seen = new HashSet<Address>();
    for (var payout : all) {
      if (payout.address().network() != network) {
        throw new IllegalArgumentException(
            payout.address() + " is on another network than " + all.getFirst().address());
      }
      if (!seen.add(payout.address())) {
        throw new IllegalArgumentException(payout.address() + " is named twice; add its amounts");
      }
    }
  }

  public Network network() {
    return all.getFirst().address().network();
  }

  public Sats total() {
    return Sats.sum(all.stream().map(Payout::amount).toList());
  }

  public List<ScriptType> types() {
    return all.stream().map(payout -> payout.address().type()).toList();
  }
}
