package org.bulbil.sandbox.chain.ledger;

import fr.acinq.bitcoin.Block;
import fr.acinq.bitcoin.BlockHash;
import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bulbil.sandbox.chain.rules.Breach;
import org.bulbil.sandbox.chain.rules.Calendar;
import org.bulbil.sandbox.chain.rules.Coin;
import org.bulbil.sandbox.chain.rules.Regtest;
import org.bulbil.sandbox.chain.rules.Spending;

/** The best chain, its unspent coins and its indexes. A block is added or taken off at the tip. */
public final class Ledger implements Calendar, Coins {

  /** Where a transaction stands: block and position. */
  private record Position(int height, int index) {}

  private final List<MinedBlock> blocks = new ArrayList<>();
  private final Map<BlockHash, Integer> heights = new HashMap<>();
  private final Map<OutPoint, Coin> unspent = new HashMap<>();
  private final Map<OutPoint, Spender> spenders = new HashMap<>();
  private final Map<TxId, Position> positions = new HashMap<>();
  private final ScriptIndex scripts = new ScriptIndex();

  /** A chain of the genesis block, whose coin nobody can spend and no index knows. */
  public Ledger() {
    long time = Regtest.GENESIS.header.time;
    blocks.add(new MinedBlock(Regtest.GENESIS, 0, time, List.of()));
    heights.put(Regtest.GENESIS.hash, 0);
    positions.put(Regtest.GENESIS.tx.getFirst().txid, new Position(0, 0));
  }

  /**
   * Adds {@code block} at the tip; changes nothing where it breaks a rule.
   *
   * @param now what the node's clock says
   * @param scriptsHold transactions whose scripts have been run before
   */
  public Optional<Breach> connect(Block block, Instant now, Predicate<Transaction> scriptsHold) {
    var check = new BlockCheck(this, block, scriptsHold);
    var breach = check.run(tip().block().header, now);
    if (breach.isEmpty()) {
      append(block, check.payments());
    }
    return breach;
  }

  /** Takes off the tip and returns it; {@link IllegalStateException} at the genesis block. */
  public MinedBlock disconnect() {
    if (blocks.size() == 1) {
      throw new IllegalStateException("the genesis block cannot be disconnected");
    }
    var last = blocks.removeLast();
    heights.remove(last.hash());
    last.payments().reversed().forEach(payment -> remove(payment, last.height()));
    removeCoinbase(last);
    return last;
  }

  private void append(Block block, List<Spending> payments) {
    int height = nextHeight();
    var coinbase = block.tx.getFirst();
    var reward = Coins.madeBy(coinbase, height, Coin.Source.COINBASE);
    positions.put(coinbase.txid, new Position(height, 0));
    scripts.add(coinbase.txid, List.of(), reward);
    reward.forEach(coin -> unspent.put(coin.outPoint(), coin));
    for (int i = 0; i < payments.size(); i++) {
      add(payments.get(i), new Position(height, i + 1));
    }
    blocks.add(new MinedBlock(block, height, medianTime(block), payments));
    heights.put(block.hash, height);
  }

  private void add(Spending payment, Position position) {
    var transaction = payment.transaction();
    var made = Coins.madeBy(transaction, position.height(), Coin.Source.PAYMENT);
    positions.put(transaction.txid, position);
    for (int i = 0; i < payment.coins().size(); i++) {
      var coin = payment.coins().get(i);
      unspent.remove(coin.outPoint());
      spenders.put(coin.outPoint(), new Spender(transaction.txid, i));
    }
    made.forEach(coin -> unspent.put(coin.outPoint(), coin));
    scripts.add(transaction.txid, payment.coins(), made);
  }

  private void remove(Spending payment, int height) {
    var transaction = payment.transaction();
    var made = Coins.madeBy(transaction, height, Coin.Source.PAYMENT);
    scripts.remove(payment.coins(), made);
    made.forEach(coin -> unspent.remove(coin.outPoint()));
    for (Coin coin : payment.coins()) {
      spenders.remove(coin.outPoint());
      unspent.put(coin.outPoint(), coin);
    }
    positions.remove(transaction.txid);
  }

  private void removeCoinbase(MinedBlock block) {
    var coinbase = block.block().tx.getFirst();
    var reward = Coins.madeBy(coinbase, block.height(), Coin.Source.COINBASE);
    scripts.remove(List.of(), reward);
    reward.forEach(coin -> unspent.remove(coin.outPoint()));
    positions.remove(coinbase.txid);
  }

  private long medianTime(Block block) {
    int from = Math.max(0, blocks.size() - (Regtest.MEDIAN_TIME_SPAN - 1));
    var times = new ArrayList<Long>();
    blocks.subList(from, blocks.size()).forEach(it -> times.add(it.block().header.time));
    times.add(block.header.time);
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  public MinedBlock tip() {
    return blocks.getLast();
  }

  @Override
  public int nextHeight() {
    return blocks.size();
  }

  @Override
  public long medianTimePast(int height) {
    return blocks.get(height).medianTimePast();
  }

  @Override
  public Optional<Coin> unspent(OutPoint outPoint) {
    return Optional.ofNullable(unspent.get(outPoint));
  }

  Optional<MinedBlock> block(int height) {
    return height < 0 || height >= blocks.size()
        ? Optional.empty()
        : Optional.of(blocks.get(height));
  }

  Optional<MinedBlock> block(BlockHash hash) {
    return Optional.ofNullable(heights.get(hash)).map(blocks::get);
  }

  Optional<Spender> spender(OutPoint outPoint) {
    return Optional.ofNullable(spenders.get(outPoint));
  }

  boolean contains(TxId id) {
    return positions.containsKey(id);
  }

  Optional<Located> transaction(TxId id) {
    return Optional.ofNullable(positions.get(id)).map(this::locate);
  }

  private Located locate(Position position) {
    var block = blocks.get(position.height());
    var place = new Place.Confirmed(position.height(), block.id(), block.time(), position.index());
    List<Coin> coins =
        position.index() == 0 ? List.of() : block.payments().get(position.index() - 1).coins();
    return new Located(block.block().tx.get(position.index()), coins, place);
  }

  ScriptHistory script(ScriptHash script) {
    return scripts.of(script);
  }
}
