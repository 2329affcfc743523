package org.bulbil.bitcoin.store;

import java.util.List;

/**
 * The wallet's tables. Which transactions are proven, what is spent, which attempt counts: all of
 * it is a view over stored facts, so a reorganisation undoes itself by changing the headers.
 *
 * <p>Times are milliseconds since 1970, amounts satoshis, hashes in written form.
 */
public final class WalletSchema {

  private static final String TABLES_1 =
      """
      create table identity (
        one integer primary key check (one = 1),
        fingerprint text not null,
        network text not null,
        created integer not null
      ) strict;

      create table header (
        height integer primary key,
        hash text not null unique,
        raw blob not null
      ) strict;

      create table tx (
        txid text primary key,
        height integer not null,
        block text not null,
        time integer not null,
        ours integer not null check (ours in (0, 1))
      ) strict;

      create table coin (
        txid text not null references tx,
        vout integer not null,
        sats integer not null check (sats >= 0),
        branch text not null,
        primary key (txid, vout)
      ) strict, without rowid;

      create table spend (
        point_txid text not null,
        point_vout integer not null,
        txid text not null references tx,
        primary key (point_txid, point_vout, txid)
      ) strict, without rowid;

      create index spend_by_tx on spend (txid);

      create table payment (
        id integer primary key,
        reference text not null unique,
        purpose text not null,
        address text not null,
        sweeps integer not null check (sweeps in (0, 1)),
        fee_cap integer not null,
        created integer not null
      ) strict;

      create table attempt (
        ordinal integer primary key,
        txid text not null unique,
        payment integer not null references payment,
        raw blob not null,
        sats integer not null check (sats > 0),
        fee integer not null check (fee >= 0),
        change integer not null check (change >= 0),
        created integer not null,
        taken integer not null check (taken in (0, 1)),
        last_sent integer,
        last_answer text
      ) strict;

      create index attempt_by_payment on attempt (payment);

      create table attempt_input (
        txid text not null references attempt (txid),
        position integer not null,
        point_txid text not null,
        point_vout integer not null,
        sats integer not null,
        branch text not null,
        primary key (txid, position)
      ) strict, without rowid;

      create index attempt_input_by_point on attempt_input (point_txid, point_vout);
      """;

  private static final String VIEWS_1 =
      """
      create view proven as
        select tx.* from tx join header on header.height = tx.height and header.hash = tx.block;

      create view proven_spend as
        select spend.*, proven.height from spend join proven on proven.txid = spend.txid;

      -- A coin of the attempt went to a proven transaction that is not of its payment.
      create view conflicted as
        select attempt.txid, min(proven_spend.height) as height
        from attempt
        join attempt_input as input on input.txid = attempt.txid
        join proven_spend
          on proven_spend.point_txid = input.point_txid
          and proven_spend.point_vout = input.point_vout
        left join attempt as sibling
          on sibling.txid = proven_spend.txid and sibling.payment = attempt.payment
        where sibling.txid is null
        group by attempt.txid;

      -- The attempt that counts: the proven one, else the newest.
      create view current_attempt as
        select attempt.* from attempt
        where attempt.txid = coalesce(
          (select a.txid from attempt as a join proven on proven.txid = a.txid
            where a.payment = attempt.payment),
          (select a.txid from attempt as a
            where a.payment = attempt.payment order by a.ordinal desc limit 1));

      -- Attempts that have taken their coins, as far as we know.
      create view active_attempt as
        select * from current_attempt
        where not exists (select 1 from conflicted where conflicted.txid = current_attempt.txid);

      create view active_input as
        select input.* from attempt_input as input
        join active_attempt on active_attempt.txid = input.txid;

      -- Coins that are proven, not spent by a proven transaction, and not in an active attempt.
      create view owned as
        select coin.* from coin
        join proven on proven.txid = coin.txid
        where not exists (select 1 from proven_spend as s
            where s.point_txid = coin.txid and s.point_vout = coin.vout)
          and not exists (select 1 from active_input as i
            where i.point_txid = coin.txid and i.point_vout = coin.vout);

      -- Outputs to ourselves of active attempts that are not proven yet.
      create view comeback as
        select active_attempt.txid, 1 as vout, change as sats from active_attempt where change > 0
        union all
        select active_attempt.txid, 0, sats from active_attempt
        join payment on payment.id = active_attempt.payment and purpose = 'CONSOLIDATION';

      create view pending as
        select * from comeback
        where not exists (select 1 from proven where proven.txid = comeback.txid)
          and not exists (select 1 from active_input as i
            where i.point_txid = comeback.txid and i.point_vout = comeback.vout);
      """;

  /** One script per released form, oldest first; see {@link Sqlite#open}. */
  public static final List<String> MIGRATIONS = List.of(TABLES_1 + VIEWS_1);

  private WalletSchema() {}
}
