package org.bulbil.bitcoin.ledger;

import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.spv.HeaderChain;
import org.bulbil.bitcoin.store.Store;
import org.bulbil.bitcoin.store.Table;
import org.bulbil.core.money.Sats;

/**
 * Our proven transactions on disk. Whoever calls {@link #record} has checked the proof; everything
 * else here follows from that, from the headers and from what we have signed, and is worked out
 * again only after one of these has changed.
 */
public final class Ledger {

  /**
   * How deep a transaction lies when we take it as final: 6 blocks, the field's custom. Only what
   * is final frees the coins of a payment that it contradicts.
   */
  public static final int FINAL_DEPTH = 6;

  /** Gifts shown; count and sums are of all. */
  private static final int GIFTS_SHOWN = 1000;

  private final Store store;
  private final Table<TxId, Transfer> transfers;
  private final HeaderChain headers;
  private final Claims claims;
  private final Account account;

  private Stamp provenAt = Stamp.NEVER;
  private Proven proven = new Proven(List.of(), _ -> false);
  private List<Gift> gifts = List.of();
  private int giftCount;
  private Stamp judgedAt = Stamp.NEVER;
  private Judgement judgement = new Judgement(proven, List.of(), 0);

  /** The versions of what something was worked out from. */
  private record Stamp(long first, long second, int tip) {
    static final Stamp NEVER = new Stamp(-1, -1, -1);
  }

  public Ledger(Store store, HeaderChain headers, Claims claims, Account account) {
    this.store = store;
    this.transfers = store.table(Transfer.FORM, Transfer::id);
    this.headers = headers;
    this.claims = claims;
    this.account = account;
  }

  /**
   * Stores what {@code transaction} gives us and takes from us.
   *
   * @param block where it was proven; a former block is forgotten
   * @param time of that block
   */
  public void record(Transaction transaction, Tip block, Instant time) {
    var spends =
        transaction.txIn.stream()
            .map(input -> input.outPoint)
            .filter(point -> OutPoint.isIndex(point.index));
    transfers.put(
        new Transfer(
            TxId.of(transaction),
            block,
            time,
            coinsOf(transaction),
            spends.map(OutPoint::of).toList()));
  }

  /** What {@code transaction} pays to us, proven or not. */
  public List<Coin> coinsOf(Transaction transaction) {
    var id = TxId.of(transaction);
    var coins = new ArrayList<Coin>();
    for (int i = 0; i < transaction.txOut.size(); i++) {
      var output = transaction.txOut.get(i);
      var point = new OutPoint(id, i);
      account
          .branchOf(LockingScript.of(output.publicKeyScript))
          .map(branch -> new Coin(point, Sats.of(output.amount.toLong()), branch))
          .ifPresent(coins::add);
    }
    return coins;
  }

  /** Whether it takes a proven coin of ours, and shows our key for it. */
  public boolean spendsOurs(Transaction transaction) {
    return transaction.txIn.stream()
        .filter(this::showsOurKey)
        .anyMatch(input -> proven().isCoin(OutPoint.of(input.outPoint)));
  }

  /** A P2WPKH witness shows its key. */
  private boolean showsOurKey(TxIn input) {
    var stack = input.witness.stack;
    return stack.size() == 2 && account.isOurKey(stack.get(1));
  }

  /** Whether {@code transaction} is proven in a block of our best chain. */
  public boolean isProven(TxId transaction) {
    return store.read(() -> find(transaction).isPresent());
  }

  private Optional<Transfer> find(TxId transaction) {
    return transfers.find(transaction).filter(transfer -> headers.holds(transfer.block()));
  }

  /** Coins that no payment has been promised, except payments that can never confirm. */
  public List<Coin> spendable() {
    return judgement().spendable();
  }

  /** What payments of ours that are not proven yet will bring back. */
  public List<Coin> change() {
    return judgement().change();
  }

  /** Proven gifts, the newest {@value #GIFTS_SHOWN}, oldest first. */
  public List<Gift> gifts() {
    return store.read(
        () -> {
          proven();
          return gifts;
        });
  }

  /** How many gifts are proven. */
  public int giftCount() {
    return store.read(
        () -> {
          proven();
          return giftCount;
        });
  }

  /** The block in which we have proven a transaction, if it is still on our best chain. */
  public Optional<Integer> height(TxId transaction) {
    return store.read(() -> find(transaction)).map(transfer -> transfer.block().height());
  }

  /** Whose coins are whose now; the same object until something changes. */
  public Judgement judgement() {
    return store.read(
        () -> {
          var fresh = proven();
          var stamp = new Stamp(claims.version(), 0, tip(judgement.hasContradictions()));
          if (fresh != judgement.proven() || !stamp.equals(judgedAt)) {
            judgement = new Judgement(fresh, claims.all(), tip(true) - FINAL_DEPTH + 1);
            judgedAt = new Stamp(claims.version(), 0, tip(judgement.hasContradictions()));
          }
          return judgement;
        });
  }

  private Proven proven() {
    return store.read(
        () -> {
          var stamp = new Stamp(transfers.version(), headers.forks(), tip(!proven.isAll()));
          if (!stamp.equals(provenAt)) {
            proven = new Proven(transfers.all(), transfer -> headers.holds(transfer.block()));
            gifts = proven.gifts(GIFTS_SHOWN);
            giftCount = proven.giftCount();
            provenAt = new Stamp(transfers.version(), headers.forks(), tip(!proven.isAll()));
          }
          return proven;
        });
  }

  /** The height of our chain where that matters; else a height that never changes. */
  private int tip(boolean matters) {
    return matters ? headers.tip().map(Tip::height).orElse(-1) : -1;
  }
}
