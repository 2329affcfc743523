package org.bulbil.agent.survive;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.core.money.Sats;

/**
 * What the chain says about one relay's money: what came to its two scripts, what left them, what
 * is still there. Read again only when the chain has changed for it.
 */
final class Truth {

  private final World world;
  private final List<LockingScript> scripts;
  private final Set<String> owned;

  /** Every coin of ours that was ever in a block; a reorganisation may have taken it away. */
  private final Map<OutPoint, TxOut> everProven = new HashMap<>();

  private Tip read;
  private int known;
  private int reorganisations;
  private int version;

  private final Map<OutPoint, TxOut> coins = new LinkedHashMap<>();
  private final List<Transaction> payments = new ArrayList<>();
  private long received;
  private long left;

  /**
   * @param scripts the wallet's, both
   */
  Truth(World world, List<LockingScript> scripts) {
    this.world = world;
    this.scripts = scripts;
    this.read = world.chain.tip();
    this.owned = Set.copyOf(scripts.stream().map(LockingScript::hex).toList());
  }

  boolean isOurs(TxOut output) {
    return owned.contains(output.publicKeyScript.toHex());
  }

  /** Reads what is new. */
  void turn() {
    var tip = world.chain.tip();
    if (tip.equals(read)) {
      return;
    }
    read = tip;
    var all = world.chain.history(scripts);
    if (all.size() != known || world.chain.reorganisations() != reorganisations) {
      known = all.size();
      reorganisations = world.chain.reorganisations();
      readAgain(all);
    }
  }

  private void readAgain(List<Transaction> all) {
    coins.clear();
    payments.clear();
    received = 0;
    left = 0;
    all.forEach(this::take);
    version++;
  }

  /** Rises whenever something was new. */
  int version() {
    return version;
  }

  private void take(Transaction transaction) {
    long in = 0;
    for (var input : transaction.txIn) {
      in += Optional.ofNullable(coins.remove(input.outPoint)).map(Truth::value).orElse(0L);
    }
    long back = 0;
    for (int i = 0; i < transaction.txOut.size(); i++) {
      var output = transaction.txOut.get(i);
      if (isOurs(output)) {
        var point = new OutPoint(transaction, i);
        coins.put(point, output);
        everProven.put(point, output);
        back += value(output);
      }
    }
    if (in == 0) {
      received += back;
    } else {
      payments.add(transaction);
      left += in - back;
    }
  }

  private static long value(TxOut output) {
    return output.amount.toLong();
  }

  /** Unspent in blocks. */
  Map<OutPoint, TxOut> coins() {
    return coins;
  }

  /** Transactions that took coins of ours, in blocks. */
  List<Transaction> payments() {
    return payments;
  }

  /** Gifts in blocks. */
  long received() {
    return received;
  }

  /** What payments in blocks took, fees included, less what came back. */
  long left() {
    return left;
  }

  long held() {
    return coins.values().stream().mapToLong(Truth::value).sum();
  }

  /** A coin of ours that is, or once was, in a block. */
  Optional<TxOut> proven(OutPoint point) {
    return Optional.ofNullable(everProven.get(point));
  }

  /** Coins in blocks that {@code spoken} for leaves, as amounts. */
  List<Sats> free(Set<OutPoint> spoken) {
    return coins.entrySet().stream()
        .filter(coin -> !spoken.contains(coin.getKey()))
        .map(coin -> Sats.of(value(coin.getValue())))
        .toList();
  }
}
