package org.bulbil.bitcoin.ledger;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;

/** What the transactions that we have recorded say, given which of them are proven now. Pure. */
final class Proven {

  private final Collection<Transfer> recorded;
  private final Map<TxId, Transfer> proven = new HashMap<>();
  private final Map<OutPoint, Coin> coins = new HashMap<>();
  private final Map<OutPoint, Transfer> spends = new HashMap<>();
  private final Set<TxId> known = new HashSet<>();
  private final Set<TxId> own = new HashSet<>();

  /**
   * @param recorded everything that was ever proven
   * @param isProven whether its block is in our chain now
   */
  Proven(Collection<Transfer> recorded, Predicate<Transfer> isProven) {
    this.recorded = recorded;
    for (var transfer : recorded) {
      known.add(transfer.id());
      transfer.coins().forEach(coin -> coins.put(coin.point(), coin));
      if (isProven.test(transfer)) {
        proven.put(transfer.id(), transfer);
      }
    }
    recorded.forEach(this::takeSpends);
  }

  private void takeSpends(Transfer transfer) {
    boolean isProven = proven.containsKey(transfer.id());
    for (var point : transfer.spends()) {
      if (coins.containsKey(point)) {
        own.add(transfer.id());
      }
      if (isProven) {
        spends.put(point, transfer);
      }
    }
  }

  /** Whether every recorded transaction is. */
  boolean isAll() {
    return proven.size() == recorded.size();
  }

  boolean holds(TxId transaction) {
    return proven.containsKey(transaction);
  }

  /** Whether it was proven once. */
  boolean knows(TxId transaction) {
    return known.contains(transaction);
  }

  Collection<Transfer> all() {
    return proven.values();
  }

  /** Every coin that was ever ours, by a transaction that may not be proven now. */
  Collection<Coin> everyCoin() {
    return coins.values();
  }

  boolean isCoin(OutPoint point) {
    return coins.containsKey(point);
  }

  /** The proven transaction that took this output. */
  Optional<Transfer> spender(OutPoint point) {
    return Optional.ofNullable(spends.get(point));
  }

  /** Our coins that a proven transaction took. */
  List<Coin> coinsTakenBy(Transfer transfer) {
    return transfer.spends().stream()
        .flatMap(point -> Optional.ofNullable(coins.get(point)).stream())
        .toList();
  }

  /** Whether it took a coin of ours; all others that pay us are gifts. */
  boolean isOwn(TxId transaction) {
    return own.contains(transaction);
  }

  boolean isGift(Transfer transfer) {
    return !transfer.coins().isEmpty() && !isOwn(transfer.id());
  }

  /** The newest {@code count} gifts, the oldest of them first. */
  List<Gift> gifts(int count) {
    return all().stream()
        .filter(this::isGift)
        .sorted(
            Comparator.comparingInt((Transfer gift) -> gift.block().height())
                .reversed()
                .thenComparing(Transfer::id))
        .limit(count)
        .map(Transfer::gift)
        .toList()
        .reversed();
  }

  int giftCount() {
    return (int) all().stream().filter(this::isGift).count();
  }
}
