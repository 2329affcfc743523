package org.bulbil.bitcoin.outbox;

import fr.acinq.bitcoin.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.ledger.Ledger;
import org.bulbil.bitcoin.payment.Proposal.Draft;
import org.bulbil.bitcoin.store.Row;
import org.bulbil.bitcoin.store.Sqlite;
import org.bulbil.core.money.Sats;

/** Payments and their attempts on disk; states are read off what is proven. */
final class PaymentStore {

  /** Payments looked at in one turn; more than a relay makes in years. */
  private static final int OPEN_MAX = 200;

  private static final String NOT_PROVEN =
      """
      id not in (select payment from attempt where txid in (select txid from proven))
      """;

  private static final String ATTEMPTS =
      """
      select attempt.*,
        proven.txid is not null as confirmed,
        coalesce(void_attempt.height <= (select max(height) from header) - ?, 0) as dead,
        current_attempt.txid is not null as current
      from attempt
      left join proven on proven.txid = attempt.txid
      left join void_attempt on void_attempt.txid = attempt.txid
      left join current_attempt on current_attempt.txid = attempt.txid
      where attempt.payment = ?
      order by attempt.ordinal
      """;

  private final Sqlite file;
  private final Network network;

  PaymentStore(Sqlite file, Network network) {
    this.file = file;
    this.network = network;
  }

  /**
   * Adds a payment without an attempt; only inside a transaction that adds one.
   *
   * @param sweeps whether its amount may shrink to raise the fee
   */
  void add(
      String reference,
      Purpose purpose,
      Address address,
      boolean sweeps,
      Sats feeCap,
      Instant created) {
    file.write(
        sql ->
            sql.update(
                """
                insert into payment (reference, purpose, address, sweeps, fee_cap, created)
                values (?, ?, ?, ?, ?, ?)
                """,
                reference,
                purpose.name(),
                address,
                sweeps ? 1 : 0,
                feeCap.value(),
                created));
  }

  void addAttempt(String reference, Draft draft, Transaction signed, Instant created) {
    var id = TxId.of(signed);
    file.write(
        sql -> {
          sql.update(
              """
              insert into attempt (txid, payment, raw, sats, fee, change, created, taken)
              values (?, (select id from payment where reference = ?), ?, ?, ?, ?, ?, 0)
              """,
              id,
              reference,
              Transaction.write(signed),
              draft.amount().value(),
              draft.fee().value(),
              draft.change().value(),
              created);
          for (int i = 0; i < draft.inputs().size(); i++) {
            addInput(sql, id, i, draft.inputs().get(i));
          }
        });
  }

  private static void addInput(
      org.bulbil.bitcoin.store.Transaction sql, TxId attempt, int position, Coin coin) {
    sql.update(
        """
        insert into attempt_input (txid, position, point_txid, point_vout, sats, branch)
        values (?, ?, ?, ?, ?, ?)
        """,
        attempt,
        position,
        coin.point().transaction(),
        coin.point().index(),
        coin.value().value(),
        coin.branch().name());
  }

  void noteSent(TxId attempt, boolean taken, String answer, Instant at) {
    file.write(
        sql ->
            sql.update(
                "update attempt set taken = max(taken, ?), last_answer = ?, last_sent = ?"
                    + " where txid = ?",
                taken ? 1 : 0,
                answer,
                at,
                attempt));
  }

  Optional<Payment> find(String reference) {
    return select("where reference = ?", reference).stream().findFirst();
  }

  List<Payment> open() {
    return select("where " + NOT_PROVEN + " order by id limit ?", OPEN_MAX).stream()
        .filter(Payment::isOpen)
        .toList();
  }

  List<Payment> recent(int count) {
    return select("order by id desc limit ?", count);
  }

  /** The coins of an attempt, in the order of its inputs. */
  List<Coin> inputs(TxId attempt) {
    return file.transact(
        sql ->
            sql.list(
                "select * from attempt_input where txid = ? order by position",
                PaymentStore::coin,
                attempt));
  }

  Transaction transaction(TxId attempt) {
    return file.transact(
            sql ->
                sql.first(
                    "select raw from attempt where txid = ?",
                    row -> Transaction.read(row.bytes("raw")),
                    attempt))
        .orElseThrow();
  }

  boolean isAttempt(TxId transaction) {
    return file.transact(
        sql -> sql.number("select count(*) as n from attempt where txid = ?", transaction) > 0);
  }

  boolean spendsFrom(TxId transaction) {
    return file.transact(
        sql ->
            sql.number("select count(*) as n from attempt_input where point_txid = ?", transaction)
                > 0);
  }

  /** What a replacement of the payment may do. */
  Terms terms(String reference) {
    return file.transact(
            sql ->
                sql.first(
                    "select sweeps, fee_cap from payment where reference = ?",
                    row -> new Terms(row.number("sweeps") == 1, Sats.of(row.number("fee_cap"))),
                    reference))
        .orElseThrow();
  }

  /** Whether the amount may shrink, and the highest fee that the order allowed. */
  record Terms(boolean sweeps, Sats feeCap) {}

  private List<Payment> select(String condition, Object parameter) {
    return file.transact(
        sql -> sql.list("select * from payment " + condition, row -> payment(sql, row), parameter));
  }

  private Payment payment(org.bulbil.bitcoin.store.Transaction sql, Row row) {
    return new Payment(
        row.text("reference"),
        Purpose.valueOf(row.text("purpose")),
        Address.parse(row.text("address"), network),
        row.instant("created"),
        sql.list(ATTEMPTS, this::attempt, Ledger.FINAL_DEPTH - 1, row.number("id")));
  }

  private Attempt attempt(Row row) {
    var id = new TxId(row.text("txid"));
    return new Attempt(
        id,
        Sats.of(row.number("sats")),
        Sats.of(row.number("fee")),
        Sats.of(row.number("change")),
        inputs(id).stream().map(Coin::point).toList(),
        state(row),
        row.instant("created"),
        row.optionalInstant("last_sent"),
        row.optionalText("last_answer"));
  }

  private static State state(Row row) {
    if (row.number("confirmed") == 1) {
      return State.CONFIRMED;
    }
    if (row.number("dead") == 1) {
      return State.DEAD;
    }
    if (row.number("current") == 0) {
      return State.REPLACED;
    }
    return row.number("taken") == 1 ? State.BROADCAST : State.SIGNED;
  }

  private static Coin coin(Row row) {
    return new Coin(
        new OutPoint(new TxId(row.text("point_txid")), row.integer("point_vout")),
        Sats.of(row.number("sats")),
        Branch.valueOf(row.text("branch")));
  }
}
