package org.bulbil.sandbox.chain.ledger;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bulbil.core.money.FeeRate;
import org.bulbil.sandbox.chain.rules.Breach;
import org.bulbil.sandbox.chain.rules.Coin;
import org.bulbil.sandbox.chain.rules.ReplacementRules;
import org.bulbil.sandbox.chain.rules.ReplacementRules.Replacement;
import org.bulbil.sandbox.chain.rules.Spending;
import org.bulbil.sandbox.chain.rules.SpendingRules;
import org.bulbil.sandbox.chain.rules.StandardRules;
import org.bulbil.sandbox.chain.rules.TransactionRules;

/** Decides whether a transaction may enter the mempool, and what must leave for it. */
public final class Admission implements Coins {

  /** Unconfirmed relatives of a transaction in one line, itself included, as in Bitcoin Core. */
  public static final int MAX_RELATIVES = 25;

  /** Virtual bytes that may wait: twenty full blocks, about 100 MB of memory. */
  private static final long MAX_MEMPOOL_VBYTES = 20_000_000;

  private static final Breach MISSING = new Breach("bad-txns-inputs-missingorspent", "");

  /**
   * How a decision came out.
   *
   * @param breach why not; empty for yes
   * @param replaced what had to leave
   */
  public record Ruling(Optional<Breach> breach, Set<TxId> replaced) {

    private static Ruling no(Breach breach) {
      return new Ruling(Optional.of(breach), Set.of());
    }
  }

  private final Ledger ledger;
  private final Mempool mempool;
  private final FeeRate floor;

  public Admission(Ledger ledger, Mempool mempool, FeeRate floor) {
    this.ledger = ledger;
    this.mempool = mempool;
    this.floor = floor;
  }

  /** A confirmed or unconfirmed coin that no block has spent; the mempool may have. */
  @Override
  public Optional<Coin> unspent(OutPoint outPoint) {
    return ledger.unspent(outPoint).or(() -> mempool.output(outPoint, ledger.nextHeight()));
  }

  /** Adds {@code transaction} to the mempool where every rule holds. */
  public Ruling admit(Transaction transaction, Instant now) {
    var breach = TransactionRules.check(transaction).or(() -> coinbase(transaction));
    if (breach.isPresent()) {
      return Ruling.no(breach.get());
    }
    return resolve(transaction)
        .map(spending -> admit(spending, now))
        .orElseGet(() -> Ruling.no(MISSING));
  }

  private Ruling admit(Spending spending, Instant now) {
    var rivals = mempool.rivals(spending.transaction());
    var replaced = mempool.withDescendants(rivals);
    var breach =
        SpendingRules.check(spending, ledger)
            .or(() -> StandardRules.check(spending))
            .or(() -> StandardRules.fee(spending, floor))
            .or(() -> replacement(spending, rivals, replaced))
            .or(() -> room(spending, replaced))
            .or(() -> SpendingRules.scripts(spending, SpendingRules.Strictness.STANDARD));
    if (breach.isPresent()) {
      return Ruling.no(breach.get());
    }
    mempool.removeAll(replaced);
    mempool.add(MempoolEntry.of(spending, now));
    return new Ruling(Optional.empty(), replaced);
  }

  /**
   * Takes back what a reorganisation has displaced: by consensus alone, without regard to fees and
   * limits, since it was good enough for a block. Scripts are not run again; they held before, and
   * nothing about them depends on the chain.
   */
  public Optional<Breach> readmit(Transaction transaction, Instant now) {
    var resolved = resolve(transaction);
    if (resolved.isEmpty() || !mempool.rivals(transaction).isEmpty()) {
      return Optional.of(MISSING);
    }
    var breach = SpendingRules.check(resolved.get(), ledger);
    if (breach.isEmpty()) {
      mempool.add(MempoolEntry.of(resolved.get(), now));
    }
    return breach;
  }

  private static Optional<Breach> coinbase(Transaction transaction) {
    return TransactionRules.isCoinbase(transaction)
        ? Optional.of(new Breach("coinbase", "a coinbase belongs into a block"))
        : Optional.empty();
  }

  private Optional<Breach> replacement(Spending spending, Set<TxId> rivals, Set<TxId> replaced) {
    if (rivals.isEmpty()) {
      return Optional.empty();
    }
    var parents =
        spending.coins().stream()
            .map(coin -> coin.outPoint().txid)
            .filter(id -> mempool.entry(id).isPresent())
            .collect(Collectors.toSet());
    return ReplacementRules.check(
        new Replacement(spending, spendings(rivals), spendings(replaced), parents));
  }

  private List<Spending> spendings(Collection<TxId> ids) {
    return ids.stream()
        .flatMap(id -> mempool.entry(id).stream())
        .map(MempoolEntry::spending)
        .toList();
  }

  private Optional<Breach> room(Spending spending, Set<TxId> replaced) {
    if (mempool.virtualSize() + spending.virtualSize() > MAX_MEMPOOL_VBYTES) {
      return Optional.of(new Breach("mempool full", ""));
    }
    var ancestors = mempool.ancestors(spending.transaction());
    if (ancestors.size() + 1 > MAX_RELATIVES) {
      return tooLong("too many unconfirmed ancestors [limit: " + MAX_RELATIVES + "]");
    }
    return ancestors.stream().anyMatch(id -> descendants(id, replaced) + 1 > MAX_RELATIVES)
        ? tooLong("too many descendants of an unconfirmed ancestor [limit: " + MAX_RELATIVES + "]")
        : Optional.empty();
  }

  /** {@code id} and what builds on it, less what is about to leave. */
  private int descendants(TxId id, Set<TxId> leaving) {
    var all = new HashSet<>(mempool.withDescendants(Set.of(id)));
    all.removeAll(leaving);
    return all.size();
  }

  private static Optional<Breach> tooLong(String detail) {
    return Optional.of(new Breach("too-long-mempool-chain", detail));
  }
}
