package org.bulbil.bitcoin.testing;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.ByteVector32;
import fr.acinq.bitcoin.OP_1;
import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxHash;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/**
 * A regtest chain in memory: blocks with real work and merkle roots, a mempool that checks scripts,
 * amounts, double spends, fees and replacements. Not checked: maturity, lock times, block rewards.
 *
 * <p>Block 1 holds coins that anybody may spend, from which {@link #fund} pays.
 */
public final class TestingChain {

  private static final byte[] ANYBODY = Script.write(List.of(OP_1.INSTANCE));
  private static final int FAUCET_COINS = 500;
  private static final Sats FAUCET_COIN = Sats.of(1_000_000_000);
  private static final long FAUCET_FEE = 1000;

  private final Time time;
  private final List<TestingBlock> blocks = new ArrayList<>();
  private final SequencedMap<TxId, Transaction> mempool = new LinkedHashMap<>();
  private final Map<TxId, TestingBlock> homes = new HashMap<>();
  private int faucetsUsed;
  private int coinbases;

  /**
   * @param time what blocks carry as theirs
   */
  public TestingChain(Time time) {
    this.time = time;
    var genesis = Network.REGTEST.genesis();
    blocks.add(new TestingBlock(0, genesis.header, genesis.tx));
    var faucets =
        Collections.nCopies(FAUCET_COINS, new TxOut(new Satoshi(FAUCET_COIN.value()), ANYBODY));
    append(List.of(coinbase(faucets)));
  }

  public synchronized Tip tip() {
    var last = blocks.getLast();
    return new Tip(last.height(), org.bulbil.bitcoin.BlockHash.of(last.header()));
  }

  /** Mines {@code count} blocks; the first takes the whole mempool. */
  public synchronized Tip mine(int count) {
    for (int i = 0; i < count; i++) {
      var transactions = new ArrayList<Transaction>();
      transactions.add(coinbase(List.of(new TxOut(new Satoshi(0), ANYBODY))));
      transactions.addAll(mempool.values());
      mempool.clear();
      append(transactions);
    }
    return tip();
  }

  private void append(List<Transaction> transactions) {
    var former = blocks.getLast();
    long now = time.now().getEpochSecond();
    var block = TestingBlock.mined(former.height() + 1, former.header(), now, transactions);
    blocks.add(block);
    transactions.forEach(transaction -> homes.put(TxId.of(transaction), block));
  }

  /** Each is different, so that each block is. */
  private Transaction coinbase(List<TxOut> outputs) {
    var script = ByteBuffer.allocate(9).put((byte) 8).putLong(++coinbases).array();
    var nothing = new OutPoint(new TxHash(ByteVector32.Zeroes), 0xffffffffL);
    return new Transaction(2, List.of(new TxIn(nothing, script, 0xffffffffL)), outputs, 0);
  }

  /** A gift of {@code amount}, in the mempool until a block is mined. */
  public synchronized TxId fund(Address address, Sats amount) {
    var faucet = new OutPoint(blocks.get(1).transactions().getFirst(), faucetsUsed++);
    var rest = FAUCET_COIN.minus(amount).value() - FAUCET_FEE;
    var gift =
        new Transaction(
            2,
            List.of(new TxIn(faucet, 0xfffffffdL)),
            List.of(
                new TxOut(new Satoshi(amount.value()), address.lockingScript().bytes()),
                new TxOut(new Satoshi(rest), ANYBODY)),
            0);
    return submit(gift).answer().orElseThrow();
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
    if (find(id).isPresent()) {
      return Outcome.done(id);
    }
    return refusal(transaction)
        .map(why -> Outcome.<TxId>refused(why, 400))
        .orElseGet(
            () -> {
              conflicts(transaction).forEach(this::drop);
              mempool.put(id, transaction);
              return Outcome.done(id);
            });
  }

  private Optional<String> refusal(Transaction transaction) {
    var coins = coins(false);
    if (!transaction.txIn.stream().allMatch(input -> coins.containsKey(input.outPoint))) {
      return Optional.of("bad-txns-inputs-missingorspent");
    }
    long fee = TestingRules.fee(transaction, coins);
    if (fee < 0) {
      return Optional.of("bad-txns-in-belowout");
    }
    if (fee < FeeRate.RELAY_FLOOR.feeFor(TestingRules.vbytes(transaction)).value()) {
      return Optional.of("min relay fee not met");
    }
    if (!replacesItsConflicts(transaction, fee, coins)) {
      return Optional.of("insufficient fee, rejecting replacement");
    }
    return TestingRules.brokenScript(transaction, coins);
  }

  private boolean replacesItsConflicts(
      Transaction transaction, long fee, Map<OutPoint, TxOut> coins) {
    var conflicts = conflicts(transaction);
    long paid =
        conflicts.stream()
            .mapToLong(id -> TestingRules.fee(mempool.getOrDefault(id, transaction), coins))
            .sum();
    return conflicts.isEmpty()
        || fee >= paid + FeeRate.RELAY_FLOOR.feeFor(TestingRules.vbytes(transaction)).value();
  }

  /** Waiting transactions that spend a coin of {@code transaction}. */
  private List<TxId> conflicts(Transaction transaction) {
    var points = transaction.txIn.stream().map(input -> input.outPoint).toList();
    return mempool.values().stream()
        .filter(other -> other.txIn.stream().anyMatch(input -> points.contains(input.outPoint)))
        .map(TxId::of)
        .toList();
  }

  /** Outputs not spent in a block, nor (where {@code strict}) in the mempool. */
  private Map<OutPoint, TxOut> coins(boolean strict) {
    var coins = new HashMap<OutPoint, TxOut>();
    var all = new ArrayList<Transaction>();
    blocks.forEach(block -> all.addAll(block.transactions()));
    int confirmed = all.size();
    all.addAll(mempool.values());
    for (var transaction : all) {
      for (int i = 0; i < transaction.txOut.size(); i++) {
        coins.put(new OutPoint(transaction, i), transaction.txOut.get(i));
      }
    }
    all.subList(0, strict ? all.size() : confirmed)
        .forEach(transaction -> transaction.txIn.forEach(input -> coins.remove(input.outPoint)));
    return coins;
  }

  /** What an address owns in blocks and in the mempool, as the chain sees it. */
  public synchronized Sats balance(Address address) {
    return Sats.sum(
        coins(true).values().stream()
            .filter(
                output ->
                    output.publicKeyScript.equals(new ByteVector(address.lockingScript().bytes())))
            .map(output -> Sats.of(output.amount.toLong()))
            .toList());
  }

  /** All transactions in blocks, oldest first. */
  public synchronized List<Transaction> confirmed() {
    return blocks.stream().flatMap(block -> block.transactions().stream()).toList();
  }

  /** Drops a waiting transaction and what spends its outputs, as a full mempool does. */
  public synchronized void evict(TxId id) {
    drop(id);
  }

  private void drop(TxId id) {
    Optional.ofNullable(mempool.remove(id))
        .ifPresent(
            dropped ->
                mempool.values().stream()
                    .filter(
                        other ->
                            other.txIn.stream()
                                .anyMatch(input -> input.outPoint.txid.equals(dropped.txid)))
                    .map(TxId::of)
                    .toList()
                    .forEach(this::drop));
  }

  /**
   * Abandons the last {@code depth} blocks for a branch that is one longer and empty; their
   * transactions wait again.
   */
  public synchronized void reorganise(int depth) {
    if (depth > blocks.size() - 2) {
      throw new IllegalArgumentException("block 1 pays the gifts and stays: " + depth);
    }
    var abandoned = new ArrayList<>(blocks.subList(blocks.size() - depth, blocks.size()));
    blocks.subList(blocks.size() - depth, blocks.size()).clear();
    homes.values().removeAll(abandoned);
    var waiting = new ArrayList<>(mempool.values());
    mempool.clear();
    mine(depth + 1);
    for (var block : abandoned) {
      block.transactions().stream()
          .skip(1)
          .forEach(transaction -> mempool.put(TxId.of(transaction), transaction));
    }
    waiting.forEach(transaction -> mempool.put(TxId.of(transaction), transaction));
  }

  /** Spends coins by a key that is not the wallet's own business: anything signed elsewhere. */
  public synchronized void mineDirectly(Transaction transaction) {
    conflicts(transaction).forEach(this::drop);
    append(List.of(coinbase(List.of(new TxOut(new Satoshi(0), ANYBODY))), transaction));
  }

  /** A view of this chain through one server; see there for its faults. */
  public TestingChainSource source(String name) {
    return new TestingChainSource(name, this);
  }

  synchronized List<TestingBlock> blocks() {
    return List.copyOf(blocks);
  }

  synchronized List<Transaction> waiting() {
    return List.copyOf(mempool.values());
  }

  synchronized Optional<Transaction> find(TxId id) {
    return Optional.ofNullable(mempool.get(id))
        .or(() -> blockOf(id).map(block -> block.transactions().get(block.indexOf(id))));
  }

  synchronized Optional<TestingBlock> blockOf(TxId id) {
    return Optional.ofNullable(homes.get(id));
  }

  /** The output that an input spends, wherever it is. */
  synchronized Optional<TxOut> output(OutPoint point) {
    return find(TxId.of(point.txid))
        .filter(transaction -> point.index < transaction.txOut.size())
        .map(transaction -> transaction.txOut.get((int) point.index));
  }
}
