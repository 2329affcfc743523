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
        time integer not null
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

      -- Transactions that took coins of ours; all others that pay us are gifts.
      create view own as
        select spend.txid from spend
        join coin on coin.txid = spend.point_txid and coin.vout = spend.point_vout;

      -- Attempts that contradict a proven transaction: a coin of theirs is spent by another, or
      -- comes from an attempt that is void itself. With the lowest height of what they contradict.
      create view void_attempt as
        with recursive contradicted (txid, height) as (
          select input.txid, proven_spend.height
          from attempt_input as input
          join proven_spend
            on proven_spend.point_txid = input.point_txid
            and proven_spend.point_vout = input.point_vout
            and proven_spend.txid <> input.txid
          union
          select input.txid, contradicted.height
          from contradicted join attempt_input as input on input.point_txid = contradicted.txid)
        select txid, min(height) as height from contradicted group by txid;

      -- The attempt that counts: the proven one, else one that was proven before a reorganisation
      -- (first of all if a later payment spends its change), else the newest.
      create view current_attempt as
        select * from (
          select attempt.*, row_number() over (
            partition by payment
            order by
              txid in (select txid from proven) desc,
              txid in (select point_txid from attempt_input) desc,
              txid in (select txid from tx) desc,
              ordinal desc) as place
          from attempt)
        where place = 1;

      -- Attempts that have taken their coins, as far as we know.
      create view active_attempt as
        select * from current_attempt where txid not in (select txid from void_attempt);

      create view active_input as
        select * from attempt_input where txid in (select txid from active_attempt);

      -- Coins that are proven, not spent by a proven transaction, and not in an active attempt.
      create view owned as
        select * from coin
        where txid in (select txid from proven)
          and (txid, vout) not in (select point_txid, point_vout from proven_spend)
          and (txid, vout) not in (select point_txid, point_vout from active_input);

      -- Outputs to ourselves of active attempts.
      create view comeback as
        select txid, 1 as vout, change as sats from active_attempt where change > 0
        union all
        select active_attempt.txid, 0, sats from active_attempt
        join payment on payment.id = active_attempt.payment and purpose = 'CONSOLIDATION';

      -- Those that are not proven yet and that no later payment has taken.
      create view pending as
        select * from comeback
        where txid not in (select txid from proven)
          and (txid, vout) not in (select point_txid, point_vout from active_input);
      """;

  /** One script per released form, oldest first; see {@link Sqlite#open}. */
  public static final List<String> MIGRATIONS = List.of(TABLES_1 + VIEWS_1);

  private WalletSchema() {}
}
