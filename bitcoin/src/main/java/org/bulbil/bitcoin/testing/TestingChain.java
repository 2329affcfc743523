package org.bulbil.bitcoin.testing;

import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxOut;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/**
 * A regtest chain in memory: blocks with real work and merkle roots, a mempool that checks scripts,
 * amounts, double spends, fees, replacements and lock times in seconds. Not checked: maturity,
 * block rewards.
 *
 * <p>Block 1 holds coins that anybody may spend, from which {@link #fund} pays.
 */
public final class TestingChain {

  private static final int MEDIAN_SPAN = 11;

  private final Time time;
  private final Confirmed confirmed = new Confirmed();
  private final Mempool mempool = new Mempool();
  private final Faucet faucet = new Faucet();
  private int coinbases = 1;
  private int reorganisations;

  /**
   * @param time what blocks carry as theirs
   */
  public TestingChain(Time time) {
    this.time = time;
    var genesis = Network.REGTEST.genesis();
    confirmed.connect(TestingBlock.of(0, genesis.header, genesis.tx));
    append(List.of(Faucet.SOURCE));
  }

  public synchronized Tip tip() {
    return confirmed.last().tip();
  }

  /** Mines {@code count} blocks; the first takes the whole mempool. */
  public synchronized Tip mine(int count) {
    for (int i = 0; i < count; i++) {
      mineWhat(mempool.take(_ -> true));
    }
    return tip();
  }

  /** Mines a block of those waiting transactions that pay {@code least}, as when space is dear. */
  public synchronized Tip mine(FeeRate least) {
    mineWhat(mempool.take(transaction -> TestingRules.pays(transaction, fee(transaction), least)));
    return tip();
  }

  private void mineWhat(List<Transaction> waited) {
    var transactions = new ArrayList<Transaction>();
    transactions.add(Faucet.coinbase(++coinbases));
    transactions.addAll(waited);
    append(transactions);
  }

  private void append(List<Transaction> transactions) {
    var former = confirmed.last();
    long now = time.now().getEpochSecond();
    confirmed.connect(TestingBlock.mined(former.height() + 1, former.header(), now, transactions));
  }

  /** A gift of {@code amount}, in the mempool until a block is mined. */
  public synchronized TxId fund(Address address, Sats amount) {
    return submit(faucet.gift(address, amount)).answer().orElseThrow();
  }

  /** A gift in a block of its own. */
  public synchronized TxId fundAndMine(Address address, Sats amount) {
    var id = fund(address, amount);
    mine(1);
    return id;
  }

  /** Offers a transaction to the mempool, as a node would take or refuse it. */
  public synchronized Outcome<TxId> submit(Transaction transaction) {
    var id = TxId.of(transaction);
    if (find(transaction.txid).isPresent()) {
      return Outcome.done(id);
    }
    return refusal(transaction)
        .map(why -> Outcome.<TxId>refused(why, 400))
        .orElseGet(
            () -> {
              mempool.conflicts(transaction).forEach(other -> mempool.drop(other.txid));
              mempool.add(transaction);
              return Outcome.done(id);
            });
  }

  private Optional<String> refusal(Transaction transaction) {
    var coins = TestingRules.coins(transaction, this::spendable);
    if (coins.size() < transaction.txIn.size()) {
      return Optional.of("bad-txns-inputs-missingorspent");
    }
    long fee = TestingRules.fee(transaction, coins);
    if (fee < 0) {
      return Optional.of("bad-txns-in-belowout");
    }
    if (transaction.lockTime >= medianTime()) {
      return Optional.of("non-final");
    }
    if (!TestingRules.pays(transaction, fee, FeeRate.RELAY_FLOOR)) {
      return Optional.of("min relay fee not met");
    }
    if (!replacesItsConflicts(transaction, fee)) {
      return Optional.of("insufficient fee, rejecting replacement");
    }
    return TestingRules.brokenScript(transaction, coins);
  }

  /** Of the newest eleven blocks (BIP113). */
  private long medianTime() {
    var blocks = confirmed.blocks();
    var times =
        blocks.subList(Math.max(0, blocks.size() - MEDIAN_SPAN), blocks.size()).stream()
            .map(block -> block.header().time)
            .sorted()
            .toList();
    return times.get(times.size() / 2);
  }

  /** An output that no block spends; what waits may spend it, and may be replaced. */
  private Optional<TxOut> spendable(OutPoint point) {
    return confirmed.unspent(point).or(() -> mempool.output(point));
  }

  private boolean replacesItsConflicts(Transaction transaction, long fee) {
    var conflicts = mempool.conflicts(transaction);
    long paid = conflicts.stream().mapToLong(this::fee).sum();
    return conflicts.isEmpty() || TestingRules.pays(transaction, fee - paid, FeeRate.RELAY_FLOOR);
  }

  private long fee(Transaction waiting) {
    return TestingRules.fee(waiting, TestingRules.coins(waiting, this::output));
  }

  /** What an address owns in blocks and in the mempool, as the chain sees it. */
  public synchronized Sats balance(Address address) {
    var script = address.lockingScript();
    return Sats.sum(
        coinsOf(script).values().stream().map(output -> Sats.of(output.amount.toLong())).toList());
  }

  /** What {@code script} owns and nothing spends, in blocks and in the mempool. */
  private Map<OutPoint, TxOut> coinsOf(LockingScript script) {
    var bytes = new ByteVector(script.bytes());
    var coins = new LinkedHashMap<OutPoint, TxOut>();
    var transactions = new ArrayList<Transaction>();
    confirmed.historyOf(bytes).forEach(place -> transactions.add(place.transaction()));
    transactions.addAll(mempool.all());
    for (var transaction : transactions) {
      for (int i = 0; i < transaction.txOut.size(); i++) {
        var point = new OutPoint(transaction, i);
        if (transaction.txOut.get(i).publicKeyScript.equals(bytes) && isUnspent(point)) {
          coins.put(point, transaction.txOut.get(i));
        }
      }
    }
    return coins;
  }

  private boolean isUnspent(OutPoint point) {
    return confirmed.spender(point).isEmpty() && mempool.spender(point).isEmpty();
  }

  /** All transactions in blocks, oldest first. */
  public synchronized List<Transaction> confirmed() {
    return confirmed.blocks().stream().flatMap(block -> block.transactions().stream()).toList();
  }

  /** Drops a waiting transaction and what spends its outputs, as a full mempool does. */
  public synchronized void evict(TxId id) {
    mempool.drop(id.toKmp());
  }

  /**
   * Abandons the last {@code depth} blocks for a branch that is one longer and empty; their
   * transactions wait again.
   */
  public synchronized void reorganise(int depth) {
    reorganise(depth, _ -> false);
  }

  /**
   * The same, with a branch whose first block holds those of the transactions that {@code stay}.
   */
  public synchronized void reorganise(int depth, Predicate<Transaction> stay) {
    if (depth > confirmed.blocks().size() - 2) {
      throw new IllegalArgumentException("block 1 pays the gifts and stays: " + depth);
    }
    reorganisations++;
    var again = new ArrayList<Transaction>();
    for (int i = 0; i < depth; i++) {
      var abandoned = confirmed.disconnect().transactions();
      again.addAll(0, abandoned.subList(1, abandoned.size()));
    }
    again.addAll(mempool.take(_ -> true));
    again.forEach(mempool::add);
    mineWhat(mempool.take(stay));
    for (int i = 0; i < depth; i++) {
      mineWhat(List.of());
    }
  }

  /** How often blocks were abandoned so far. */
  public synchronized int reorganisations() {
    return reorganisations;
  }

  /** Spends coins by a key that is not the wallet's own business: anything signed elsewhere. */
  public synchronized void mineDirectly(Transaction transaction) {
    mempool.conflicts(transaction).forEach(other -> mempool.drop(other.txid));
    mineWhat(List.of(transaction));
  }

  /** A view of this chain through one server; see there for its faults. */
  public TestingChainSource source(String name) {
    return new TestingChainSource(name, this);
  }

  /** A block upon the tip that holds {@code transaction} alone, and that is not in the chain. */
  synchronized TestingBlock upon(Transaction transaction) {
    var former = confirmed.last();
    long now = time.now().getEpochSecond();
    return TestingBlock.mined(former.height() + 1, former.header(), now, List.of(transaction));
  }

  /** The block at {@code height}, if there is one yet. */
  synchronized Optional<TestingBlock> block(int height) {
    return height < 0 || height >= confirmed.blocks().size()
        ? Optional.empty()
        : Optional.of(confirmed.blocks().get(height));
  }

  /** At most {@code count} headers from height {@code from} upward. */
  synchronized List<BlockHeader> headers(int from, int count) {
    var blocks = confirmed.blocks();
    int start = Math.min(from, blocks.size());
    return blocks.subList(start, Math.min(start + count, blocks.size())).stream()
        .map(TestingBlock::header)
        .toList();
  }

  /** What waits for a block, parents before their children. */
  public synchronized List<Transaction> waiting() {
    return mempool.all();
  }

  /** The height of the block that holds a transaction. */
  public synchronized Optional<Integer> height(TxId id) {
    return place(id.toKmp()).map(place -> place.block().height());
  }

  /** Transactions in blocks that pay to one of {@code scripts} or spend from it, oldest first. */
  public synchronized List<Transaction> history(Collection<LockingScript> scripts) {
    var seen = new HashSet<fr.acinq.bitcoin.TxId>();
    return scripts.stream()
        .flatMap(script -> historyOf(script).stream())
        .filter(place -> seen.add(place.transaction().txid))
        .sorted(
            Comparator.comparingInt(Confirmed.Place::height)
                .thenComparingInt(Confirmed.Place::position))
        .map(Confirmed.Place::transaction)
        .toList();
  }

  /** What blocks hold of a script, oldest first. */
  synchronized List<Confirmed.Place> historyOf(LockingScript script) {
    return List.copyOf(confirmed.historyOf(new ByteVector(script.bytes())));
  }

  /** Waiting transactions that pay to {@code script} or spend from it. */
  synchronized List<Transaction> waitingFor(LockingScript script) {
    var all = mempool.all();
    if (all.isEmpty()) {
      return all;
    }
    var bytes = new ByteVector(script.bytes());
    return all.stream().filter(transaction -> touches(transaction, bytes)).toList();
  }

  private boolean touches(Transaction transaction, ByteVector script) {
    return transaction.txOut.stream().anyMatch(output -> output.publicKeyScript.equals(script))
        || transaction.txIn.stream()
            .flatMap(input -> output(input.outPoint).stream())
            .anyMatch(output -> output.publicKeyScript.equals(script));
  }

  synchronized Optional<Transaction> find(fr.acinq.bitcoin.TxId id) {
    return mempool.find(id).or(() -> place(id).map(Confirmed.Place::transaction));
  }

  synchronized Optional<Confirmed.Place> place(fr.acinq.bitcoin.TxId id) {
    return confirmed.place(id);
  }

  /** Who spends an output, in a block or waiting. */
  public synchronized Optional<TxId> spender(OutPoint point) {
    return mempool.spender(point).map(TxId::of).or(() -> confirmed.spender(point));
  }

  /** The output that an input spends, in a block or waiting. */
  public synchronized Optional<TxOut> output(OutPoint point) {
    return mempool.output(point).or(() -> confirmed.output(point));
  }
}
