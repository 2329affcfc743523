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
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.store.Row;
import org.bulbil.bitcoin.store.Sqlite;
import org.bulbil.core.money.Sats;

/**
 * Our proven transactions on disk. Whoever calls {@link #record} has checked the proof; everything
 * else here follows from that and from the headers.
 */
public final class Ledger {

  /**
   * How deep a transaction lies when we take it as final: 6 blocks, the field's custom. Only what
   * is final frees the coins of a payment that it contradicts.
   */
  public static final int FINAL_DEPTH = 6;

  /** Gifts shown; count and sums are of all. */
  private static final int GIFTS_SHOWN = 1000;

  private final Sqlite file;
  private final Account account;

  public Ledger(Sqlite file, Account account) {
    this.file = file;
    this.account = account;
  }

  /**
   * Stores what {@code transaction} gives us and takes from us.
   *
   * @param block where it was proven; a former block is forgotten
   * @param time of that block
   */
  public void record(Transaction transaction, Tip block, Instant time) {
    file.write(
        sql -> {
          var id = TxId.of(transaction);
          sql.update(
              """
              insert into tx (txid, height, block, time) values (?, ?, ?, ?)
              on conflict (txid) do update set
                height = excluded.height, block = excluded.block, time = excluded.time
              """,
              id,
              block.height(),
              block.hash(),
              time);
          recordCoins(sql, id, transaction);
          recordSpends(sql, id, transaction);
        });
  }

  private void recordCoins(
      org.bulbil.bitcoin.store.Transaction sql, TxId id, Transaction transaction) {
    for (var coin : coinsOf(transaction)) {
      sql.update(
          "insert or ignore into coin (txid, vout, sats, branch) values (?, ?, ?, ?)",
          id,
          coin.point().index(),
          coin.value().value(),
          coin.branch().name());
    }
  }

  private void recordSpends(
      org.bulbil.bitcoin.store.Transaction sql, TxId id, Transaction transaction) {
    for (var input : transaction.txIn) {
      if (showsOurKey(input)) {
        sql.update(
            "insert or ignore into spend (point_txid, point_vout, txid) values (?, ?, ?)",
            TxId.of(input.outPoint.txid),
            input.outPoint.index,
            id);
      }
    }
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
    return transaction.txIn.stream().filter(this::showsOurKey).anyMatch(this::takesOurCoin);
  }

  private boolean takesOurCoin(TxIn input) {
    return file.transact(
        sql ->
            sql.number(
                    "select count(*) as n from coin where txid = ? and vout = ?",
                    TxId.of(input.outPoint.txid),
                    input.outPoint.index)
                > 0);
  }

  /** A P2WPKH witness shows its key, so a spend is noted even before its coin is known. */
  private boolean showsOurKey(TxIn input) {
    var stack = input.witness.stack;
    return stack.size() == 2 && account.isOurKey(stack.get(1));
  }

  /** Whether {@code transaction} is proven in a block of our best chain. */
  public boolean isProven(TxId transaction) {
    return file.transact(
        sql -> sql.number("select count(*) as n from proven where txid = ?", transaction) > 0);
  }

  /** Coins that no payment has been promised, except payments that can never confirm. */
  public List<Coin> spendable() {
    return file.transact(
        sql ->
            sql.list(
                """
                select * from owned
                where (txid, vout) not in (
                  select point_txid, point_vout from attempt_input
                  where txid not in (
                    select txid from void_attempt
                    where height <= (select max(height) from header) - ?))
                order by sats desc, txid, vout
                """,
                Ledger::coin,
                FINAL_DEPTH - 1));
  }

  /** Proven gifts, the newest {@value #GIFTS_SHOWN}, oldest first. */
  public List<Gift> gifts() {
    return file.transact(
            sql ->
                sql.list(
                    """
                    select proven.txid, height, time, sum(sats) as sats
                    from proven join coin on coin.txid = proven.txid
                    where proven.txid not in (select txid from own)
                    group by proven.txid
                    order by height desc, proven.txid limit ?
                    """,
                    row ->
                        new Gift(
                            new TxId(row.text("txid")),
                            Sats.of(row.number("sats")),
                            row.integer("height"),
                            row.instant("time")),
                    GIFTS_SHOWN))
        .reversed();
  }

  /** How many gifts are proven. */
  public int giftCount() {
    return file.transact(
        sql ->
            Math.toIntExact(
                sql.number(
                    """
                    select count(distinct proven.txid) as n
                    from proven join coin on coin.txid = proven.txid
                    where proven.txid not in (select txid from own)
                    """)));
  }

  /** The block in which we have proven a transaction, if it is still on our best chain. */
  public Optional<Integer> height(TxId transaction) {
    return file.transact(
        sql ->
            sql.first(
                "select height from proven where txid = ?",
                row -> row.integer("height"),
                transaction));
  }

  private static Coin coin(Row row) {
    return new Coin(
        new OutPoint(new TxId(row.text("txid")), row.integer("vout")),
        Sats.of(row.number("sats")),
        Branch.valueOf(row.text("branch")));
  }
}
