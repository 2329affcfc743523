package org.bulbil.sandbox.chain.ledger;

import fr.acinq.bitcoin.Block;
import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.rules.BlockRules;
import org.bulbil.sandbox.chain.rules.Breach;
import org.bulbil.sandbox.chain.rules.Coin;
import org.bulbil.sandbox.chain.rules.Spending;
import org.bulbil.sandbox.chain.rules.SpendingRules;

/** One block on trial: what it spends, seen on top of a ledger that stays as it is. */
final class BlockCheck implements Coins {

  private final Ledger ledger;
  private final Block block;
  private final Predicate<Transaction> scriptsHold;
  private final List<Spending> payments = new ArrayList<>();
  private final Map<OutPoint, Coin> made = new HashMap<>();
  private final Set<OutPoint> spent = new HashSet<>();

  BlockCheck(Ledger ledger, Block block, Predicate<Transaction> scriptsHold) {
    this.ledger = ledger;
    this.block = block;
    this.scriptsHold = scriptsHold;
  }

  Optional<Breach> run(BlockHeader parent, Instant now) {
    return BlockRules.check(new BlockRules.Candidate(block, parent, ledger, now))
        .or(this::spendings)
        .or(this::reward);
  }

  /** What the block spends; complete only where {@link #run} found no breach. */
  List<Spending> payments() {
    return payments;
  }

  @Override
  public Optional<Coin> unspent(OutPoint outPoint) {
    return spent.contains(outPoint)
        ? Optional.empty()
        : Optional.ofNullable(made.get(outPoint)).or(() -> ledger.unspent(outPoint));
  }

  private Optional<Breach> spendings() {
    add(block.tx.getFirst(), Coin.Source.COINBASE);
    return block.tx.stream().skip(1).map(this::spending).flatMap(Optional::stream).findFirst();
  }

  private Optional<Breach> spending(Transaction transaction) {
    var resolved = resolve(transaction);
    if (resolved.isEmpty()) {
      return Optional.of(new Breach("bad-txns-inputs-missingorspent", transaction.txid.toString()));
    }
    var spending = resolved.get();
    payments.add(spending);
    spending.coins().forEach(coin -> spent.add(coin.outPoint()));
    add(transaction, Coin.Source.PAYMENT);
    return SpendingRules.check(spending, ledger).or(() -> scripts(spending));
  }

  private void add(Transaction transaction, Coin.Source source) {
    Coins.madeBy(transaction, ledger.nextHeight(), source)
        .forEach(coin -> made.put(coin.outPoint(), coin));
  }

  private Optional<Breach> scripts(Spending spending) {
    return scriptsHold.test(spending.transaction())
        ? Optional.empty()
        : SpendingRules.scripts(spending, SpendingRules.Strictness.CONSENSUS);
  }

  private Optional<Breach> reward() {
    var fees = Sats.sum(payments.stream().map(Spending::fee).toList());
    return BlockRules.reward(block, ledger.nextHeight(), fees);
  }
}
