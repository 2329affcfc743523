package org.bulbil.sandbox.chain;

import fr.acinq.bitcoin.Block;
import fr.acinq.bitcoin.BlockId;
import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.chain.ChainEvent.Cause;
import org.bulbil.sandbox.chain.ledger.Admission;
import org.bulbil.sandbox.chain.ledger.Assembler;
import org.bulbil.sandbox.chain.ledger.ChainView;
import org.bulbil.sandbox.chain.ledger.Choice;
import org.bulbil.sandbox.chain.ledger.Ledger;
import org.bulbil.sandbox.chain.ledger.Located;
import org.bulbil.sandbox.chain.ledger.Mempool;
import org.bulbil.sandbox.chain.ledger.MempoolEntry;
import org.bulbil.sandbox.chain.ledger.MinedBlock;
import org.bulbil.sandbox.chain.ledger.Receipt;
import org.bulbil.sandbox.chain.rules.Breach;

/**
 * A regtest node without peers: one best chain, a mempool, and full validation. Safe for several
 * threads; questions run beside one another, changes one at a time and whole.
 */
public final class RegtestChain {

  /** Blocks in one order to mine or to reorganise; 150 take about a quarter of a second. */
  public static final int MAX_BLOCKS_AT_ONCE = 10_000;

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Ledger ledger = new Ledger();
  private final Mempool mempool = new Mempool();
  private final Assembler assembler = new Assembler(ledger);
  private final EventLog events = new EventLog();
  private final Time time;
  private FeeRate floor = FeeRate.RELAY_FLOOR;
  private FeeRate minersFloor = new FeeRate(1);
  private long reorganisations;

  /** A chain of the genesis block alone. */
  public RegtestChain(Time time) {
    this.time = time;
  }

  /** Answers {@code question} about one moment; nothing changes while it runs. */
  public <T> T read(Function<ChainView, T> question) {
    lock.readLock().lock();
    try {
      return question.apply(new ChainView(ledger, mempool, floor));
    } finally {
      lock.readLock().unlock();
    }
  }

  private <T> T write(Supplier<T> change) {
    lock.writeLock().lock();
    try {
      return change.get();
    } finally {
      lock.writeLock().unlock();
    }
  }

  public MinedBlock tip() {
    return read(ChainView::tip);
  }

  public Optional<Located> transaction(TxId id) {
    return read(view -> view.transaction(id));
  }

  /** Everything that was ever paid to {@code address}, oldest first, the mempool last. */
  public List<Receipt> receivedBy(Address address) {
    return read(view -> view.receivedBy(address.hash()));
  }

  /** What happens here, to be followed from any thread. */
  public EventLog events() {
    return events;
  }

  /** Offers {@code transaction} to the mempool. */
  public Submission submit(Transaction transaction) {
    return write(
        () ->
            isKnown(transaction.txid)
                ? new Submission.AlreadyKnown(transaction.txid)
                : admit(transaction));
  }

  private boolean isKnown(TxId id) {
    return new ChainView(ledger, mempool, floor).transaction(id).isPresent();
  }

  private Submission admit(Transaction transaction) {
    var ruling = new Admission(ledger, mempool, floor).admit(transaction, time.now());
    ruling.replaced().forEach(id -> dropped(id, Cause.REPLACED));
    if (ruling.breach().isPresent()) {
      return new Submission.Rejected(ruling.breach().get().toString());
    }
    events.add(new ChainEvent.TransactionWaiting(transaction.txid));
    return new Submission.Accepted(transaction.txid);
  }

  /** Offers a block made elsewhere; the answer is why it was refused, empty where it was taken. */
  public Optional<Breach> submit(Block block) {
    return write(() -> connect(block, time.now()));
  }

  private Optional<Breach> connect(Block block, Instant now) {
    var breach = ledger.connect(block, now, mempool::contains);
    if (breach.isEmpty()) {
      settle(block);
      events.add(new ChainEvent.BlockConnected(ledger.tip().height(), block.blockId));
    }
    return breach;
  }

  /** Takes out of the mempool what {@code block} has mined or made impossible. */
  private void settle(Block block) {
    mempool.removeAll(block.tx.stream().map(transaction -> transaction.txid).toList());
    block.tx.forEach(transaction -> drop(mempool.rivals(transaction), Cause.CONFLICTED));
  }

  /**
   * Mines the mempool into {@code blocks} blocks, dated now.
   *
   * @param payTo the script that gets subsidies and fees
   */
  public List<BlockId> mine(int blocks, ByteVector payTo) {
    checkCount(blocks);
    return write(
        () -> {
          var mined = new ArrayList<BlockId>(blocks);
          for (int i = 0; i < blocks; i++) {
            mined.add(mine(payTo, Choice.best(mempool, minersFloor), time.now()));
          }
          return mined;
        });
  }

  /**
   * Mines {@code blocks} empty blocks whose clocks are {@code spacing} apart and end now: a past
   * for a young chain, so that there is money to begin with.
   */
  public void premine(int blocks, ByteVector payTo, Duration spacing) {
    checkCount(blocks);
    write(
        () -> {
          var now = time.now();
          return Stream.iterate(blocks - 1, left -> left - 1)
              .limit(blocks)
              .map(left -> mine(payTo, List.of(), now.minus(spacing.multipliedBy(left))))
              .toList();
        });
  }

  private BlockId mine(ByteVector payTo, List<MempoolEntry> payments, Instant date) {
    var block = assembler.assemble(payTo, payments, date, reorganisations);
    connect(block, time.now())
        .ifPresent(
            breach -> {
              throw new IllegalStateException("our own block is invalid: " + breach);
            });
    return block.blockId;
  }

  private static void checkCount(int blocks) {
    if (blocks < 1 || blocks > MAX_BLOCKS_AT_ONCE) {
      throw new IllegalArgumentException(
          "cannot mine " + blocks + " blocks at once; ask for 1 to " + MAX_BLOCKS_AT_ONCE);
    }
  }

  /**
   * Lets another branch win: takes off {@code depth} blocks and mines one more than that in their
   * place, empty, so that what was confirmed waits in the mempool again. What has become invalid,
   * such as a spending of a coinbase that is gone, is dropped.
   *
   * @param depth 1 to the height of the tip
   */
  public void reorganise(int depth, ByteVector payTo) {
    write(
        () -> {
          checkDepth(depth);
          var displaced = disconnect(depth);
          displaced.addAll(unconfirmed());
          mempool.removeAll(unconfirmed().stream().map(tx -> tx.txid).toList());
          reorganisations++;
          for (int i = 0; i <= depth; i++) {
            mine(payTo, List.of(), time.now());
          }
          displaced.forEach(this::readmit);
          return depth;
        });
  }

  private void checkDepth(int depth) {
    checkCount(depth);
    if (depth > ledger.tip().height()) {
      throw new IllegalArgumentException(
          "cannot take off " + depth + " blocks: there are only " + ledger.tip().height());
    }
  }

  /** The payments of the {@code depth} youngest blocks, in the order of the chain. */
  private List<Transaction> disconnect(int depth) {
    var payments = new ArrayList<List<Transaction>>();
    for (int i = 0; i < depth; i++) {
      var block = ledger.disconnect();
      payments.add(block.payments().stream().map(it -> it.transaction()).toList());
      events.add(new ChainEvent.BlockDisconnected(block.height(), block.id()));
    }
    return new ArrayList<>(payments.reversed().stream().flatMap(List::stream).toList());
  }

  private List<Transaction> unconfirmed() {
    return mempool.entries().stream().map(it -> it.spending().transaction()).toList();
  }

  private void readmit(Transaction transaction) {
    var breach = new Admission(ledger, mempool, floor).readmit(transaction, time.now());
    events.add(
        breach.isEmpty()
            ? new ChainEvent.TransactionWaiting(transaction.txid)
            : new ChainEvent.TransactionDropped(transaction.txid, Cause.INVALIDATED));
  }

  /** Throws {@code id} and what builds on it out of the mempool; answers what went. */
  public Set<TxId> evict(TxId id) {
    return write(
        () -> mempool.entry(id).map(_ -> drop(Set.of(id), Cause.EVICTED)).orElse(Set.of()));
  }

  /** The least that is relayed from now on; what waits and pays less is thrown out. */
  public void changeFeeFloor(FeeRate floor) {
    write(
        () -> {
          this.floor = floor;
          return drop(payingLessThan(floor), Cause.UNDERPAID);
        });
  }

  private List<TxId> payingLessThan(FeeRate rate) {
    return mempool.entries().stream()
        .filter(entry -> !entry.pays(rate))
        .map(MempoolEntry::id)
        .toList();
  }

  /** The least that our miner takes into a block from now on; what pays less just waits. */
  public void changeMinersFloor(FeeRate floor) {
    write(() -> minersFloor = floor);
  }

  private Set<TxId> drop(Collection<TxId> ids, Cause cause) {
    var all = mempool.withDescendants(ids);
    mempool.removeAll(all);
    all.forEach(id -> dropped(id, cause));
    return all;
  }

  private void dropped(TxId id, Cause cause) {
    events.add(new ChainEvent.TransactionDropped(id, cause));
  }
}
