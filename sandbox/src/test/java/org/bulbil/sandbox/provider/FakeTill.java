package org.bulbil.sandbox.provider;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.provider.till.Receipt;
import org.bulbil.sandbox.provider.till.Till;

/** A till into which tests put payments by hand. */
public final class FakeTill implements Till {

  private final Map<String, List<Receipt>> receipts = new HashMap<>();
  private int addresses;
  private int payments;

  @Override
  public synchronized String freshAddress() {
    addresses++;
    return "bcrt1qfake" + addresses;
  }

  @Override
  public synchronized List<Receipt> receipts(String address) {
    return List.copyOf(receipts.getOrDefault(address, List.of()));
  }

  /** Puts a payment into the mempool; returns its txid. */
  public synchronized String pay(String address, Sats amount) {
    payments++;
    var txid = String.format("%064x", payments);
    receipts.computeIfAbsent(address, _ -> new ArrayList<>()).add(new Receipt(txid, amount, 0));
    return txid;
  }

  /** One more block over everything that was paid. */
  public synchronized void mine() {
    receipts
        .values()
        .forEach(
            list ->
                list.replaceAll(
                    each -> new Receipt(each.txid(), each.amount(), each.confirmations() + 1)));
  }

  /** A payment is replaced or reorganised away. */
  public synchronized void drop(String txid) {
    receipts.values().forEach(list -> list.removeIf(each -> each.txid().equals(txid)));
  }
}
