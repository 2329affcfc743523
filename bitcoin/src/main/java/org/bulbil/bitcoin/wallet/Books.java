package org.bulbil.bitcoin.wallet;

import java.util.EnumMap;
import java.util.Map;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.store.Sqlite;
import org.bulbil.bitcoin.store.Transaction;
import org.bulbil.core.money.Sats;

/** Adds up where every satoshi went, from what is proven and what is in the outbox. */
final class Books {

  /** Gifts, also those whose block a reorganisation took away after we had spent them. */
  private static final String RECEIVED =
      """
      select sum(sats) as n from coin
      where txid not in (select txid from own)
        and (txid in (select txid from proven)
          or (txid, vout) in (select point_txid, point_vout from active_input))
      """;

  private static final String PAID =
      """
      select purpose, sum(active_attempt.sats) as sats
      from active_attempt join payment on payment.id = active_attempt.payment
      where purpose <> 'CONSOLIDATION' group by purpose
      """;

  private static final String FEES = "select sum(fee) as n from active_attempt";

  private static final String OWNED = "select sum(sats) as n from owned";

  private static final String PENDING = "select sum(sats) as n from pending";

  /** What left our coins by proven transactions that no payment of ours made. */
  private static final String FOREIGN_OUT =
      """
      select sum(coin.sats) as n
      from proven_spend
      join coin on coin.txid = proven_spend.point_txid and coin.vout = proven_spend.point_vout
      where proven_spend.txid not in (select txid from attempt)
      """;

  /** What those transactions left to us. */
  private static final String FOREIGN_BACK =
      """
      select sum(coin.sats) as n
      from coin join proven on proven.txid = coin.txid
      where proven.txid in (select txid from own)
        and proven.txid not in (select txid from attempt)
      """;

  private final Sqlite file;

  Books(Sqlite file) {
    this.file = file;
  }

  AccountLine account() {
    return file.transact(
        sql ->
            new AccountLine(
                sum(sql, RECEIVED),
                paid(sql),
                sum(sql, FEES),
                sum(sql, OWNED).plus(sum(sql, PENDING)),
                sum(sql, FOREIGN_OUT).minusOrZero(sum(sql, FOREIGN_BACK))));
  }

  Sats pendingChange() {
    return file.transact(sql -> sum(sql, PENDING));
  }

  private static Map<Purpose, Sats> paid(Transaction sql) {
    var paid = new EnumMap<Purpose, Sats>(Purpose.class);
    sql.list(
            PAID,
            row -> Map.entry(Purpose.valueOf(row.text("purpose")), Sats.of(row.number("sats"))))
        .forEach(entry -> paid.put(entry.getKey(), entry.getValue()));
    return paid;
  }

  private static Sats sum(Transaction sql, String query) {
    return Sats.of(sql.number(query));
  }
}
