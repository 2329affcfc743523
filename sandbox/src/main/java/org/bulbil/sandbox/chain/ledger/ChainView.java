package org.bulbil.sandbox.chain.ledger;

import fr.acinq.bitcoin.BlockHash;
import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.rules.Coin;

/**
 * Questions to chain and mempool as they are at one moment. Valid only inside the call that was
 * given it: see {@code RegtestChain.read}. Every list is a copy.
 */
public final class ChainView {

  private final Ledger ledger;
  private final Mempool mempool;
  private final FeeRate floor;

  public ChainView(Ledger ledger, Mempool mempool, FeeRate floor) {
    this.ledger = ledger;
    this.mempool = mempool;
    this.floor = floor;
  }

  public MinedBlock tip() {
    return ledger.tip();
  }

  public int height() {
    return tip().height();
  }

  public Optional<MinedBlock> block(int height) {
    return ledger.block(height);
  }

  /** Empty for blocks that a reorganisation has left behind. */
  public Optional<MinedBlock> block(BlockHash hash) {
    return ledger.block(hash);
  }

  /** A transaction of the chain or the mempool. */
  public Optional<Located> transaction(TxId id) {
    return ledger.transaction(id).or(() -> mempool.entry(id).map(MempoolEntry::located));
  }

  /** What spends the output at {@code outPoint}, in a block or in the mempool. */
  public Optional<Spender> spender(OutPoint outPoint) {
    return ledger.spender(outPoint).or(() -> mempool.spender(outPoint));
  }

  /** The confirmed transactions that touch {@code script}, in the order of the chain. */
  public List<TxId> confirmed(ScriptHash script) {
    return List.copyOf(ledger.script(script).transactions());
  }

  /** Those in the mempool that touch {@code script}, in the order of arrival. */
  public List<MempoolEntry> waiting(ScriptHash script) {
    return mempool.touching(script);
  }

  /** What {@code script} can spend next: the mempool's spendings are taken off already. */
  public List<Unspent> unspent(ScriptHash script) {
    var confirmed =
        ledger.script(script).unspent().stream()
            .map(coin -> new Unspent(coin, place(coin.outPoint().txid)));
    var waiting =
        mempool.touching(script).stream()
            .flatMap(entry -> madeFor(script, entry).map(coin -> unconfirmed(coin, entry)));
    return Stream.concat(confirmed, waiting)
        .filter(it -> mempool.spender(it.coin().outPoint()).isEmpty())
        .toList();
  }

  /** The sum of {@link #unspent}. */
  public Sats balance(ScriptHash script) {
    return Sats.sum(unspent(script).stream().map(it -> it.coin().amount()).toList());
  }

  /** Everything that was ever paid to {@code script}, oldest first, the mempool last. */
  public List<Receipt> receivedBy(ScriptHash script) {
    var receipts = new ArrayList<Receipt>();
    confirmed(script).forEach(id -> receipts.addAll(receipts(script, existing(id))));
    waiting(script).forEach(entry -> receipts.addAll(receipts(script, entry.located())));
    return receipts;
  }

  /** What {@code script} has seen in blocks. */
  public Turnover turnover(ScriptHash script) {
    return ledger.script(script).turnover();
  }

  /** What {@code script} sees in the mempool. */
  public Turnover waitingTurnover(ScriptHash script) {
    var entries = waiting(script);
    var made = entries.stream().flatMap(entry -> madeFor(script, entry)).toList();
    var spent = entries.stream().flatMap(entry -> spentFrom(script, entry)).toList();
    return new Turnover(made.size(), sum(made), spent.size(), sum(spent), entries.size());
  }

  /** The mempool, in the order of arrival. */
  public List<MempoolEntry> mempool() {
    return mempool.entries();
  }

  public FeeRate feeFloor() {
    return floor;
  }

  /** What to pay to be in one of the next {@code blocks} blocks, as the mempool stands. */
  public FeeRate feeEstimate(int blocks) {
    return FeeEstimate.within(blocks, mempool.entries(), floor);
  }

  private static Unspent unconfirmed(Coin coin, MempoolEntry entry) {
    return new Unspent(coin, new Place.Waiting(entry.since()));
  }

  private Stream<Coin> madeFor(ScriptHash script, MempoolEntry entry) {
    var transaction = entry.spending().transaction();
    return Coins.madeBy(transaction, ledger.nextHeight(), Coin.Source.PAYMENT).stream()
        .filter(coin -> ScriptHash.of(coin.output()).equals(script));
  }

  private static Stream<Coin> spentFrom(ScriptHash script, MempoolEntry entry) {
    return entry.spending().coins().stream()
        .filter(coin -> ScriptHash.of(coin.output()).equals(script));
  }

  private static Sats sum(List<Coin> coins) {
    return Sats.sum(coins.stream().map(Coin::amount).toList());
  }

  private static List<Receipt> receipts(ScriptHash script, Located located) {
    Transaction transaction = located.transaction();
    return IntStream.range(0, transaction.txOut.size())
        .filter(i -> ScriptHash.of(transaction.txOut.get(i)).equals(script))
        .mapToObj(
            i ->
                new Receipt(
                    new OutPoint(transaction, i),
                    Sats.of(transaction.txOut.get(i).amount.toLong()),
                    located.place()))
        .toList();
  }

  private Place place(TxId id) {
    return existing(id).place();
  }

  private Located existing(TxId id) {
    return transaction(id).orElseThrow(() -> new IllegalStateException("the index lost " + id));
  }
}
