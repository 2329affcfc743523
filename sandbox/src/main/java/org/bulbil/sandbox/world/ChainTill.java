package org.bulbil.sandbox.world;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.SandboxPurse;
import org.bulbil.sandbox.chain.ledger.Place;
import org.bulbil.sandbox.provider.till.Receipt;
import org.bulbil.sandbox.provider.till.Till;

/** A till whose money is on the sandbox's chain. */
public final class ChainTill implements Till {

  private final RegtestChain chain;
  private final SandboxPurse purse;

  public ChainTill(RegtestChain chain, SandboxPurse purse) {
    this.chain = chain;
    this.purse = purse;
  }

  @Override
  public String freshAddress() {
    return purse.freshAddress().text();
  }

  @Override
  public List<Receipt> receipts(String address) {
    int tip = chain.tip().height();
    return chain.receivedBy(Address.parse(address)).stream()
        .collect(groupingBy(it -> it.outPoint().txid, LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .map(entry -> receipt(entry.getKey().toString(), entry.getValue(), tip))
        .toList();
  }

  private static Receipt receipt(
      String txid, List<org.bulbil.sandbox.chain.ledger.Receipt> outputs, int tip) {
    var amount = Sats.sum(outputs.stream().map(it -> it.amount()).toList());
    return new Receipt(txid, amount, confirmations(outputs.getFirst().place(), tip));
  }

  /** A block that came after the tip was read counts as the tip. */
  private static int confirmations(Place place, int tip) {
    return switch (place) {
      case Place.Confirmed confirmed -> Math.max(1, tip - confirmed.height() + 1);
      case Place.Waiting _ -> 0;
    };
  }
}
