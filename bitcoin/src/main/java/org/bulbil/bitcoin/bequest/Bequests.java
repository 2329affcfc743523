package org.bulbil.bitcoin.bequest;

import fr.acinq.bitcoin.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.ledger.Judgement.Standing;
import org.bulbil.bitcoin.ledger.Ledger;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.outbox.Spending;
import org.bulbil.bitcoin.payment.Payments;
import org.bulbil.bitcoin.payment.Proposal.Draft;
import org.bulbil.bitcoin.store.Store;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.time.Time;

/** Signs sweeps for later, and keeps them as long as they could still be sent. */
public final class Bequests {

  /** Sweeps kept: two hundred sets, several years of changes every few days. */
  private static final int KEPT_MAX = 600;

  private final Store store;
  private final BequestBook book;
  private final Ledger ledger;
  private final Account account;
  private final Payments payments;
  private final Time time;

  /**
   * @param book made over {@code store}, and among what {@code ledger} has its claims from
   */
  public Bequests(Store store, BequestBook book, Ledger ledger, Account account, Time time) {
    this.store = store;
    this.book = book;
    this.ledger = ledger;
    this.account = account;
    this.payments = new Payments(account.address(Branch.CHANGE));
    this.time = time;
  }

  /**
   * Signs a sweep of all free coins for each of {@code rates} at which it would bring the
   * beneficiary more than the miners, and keeps them durably before it returns.
   *
   * @param validFrom when the first block may take one
   * @return lowest fee first; empty where none is worth it
   */
  public List<SleepingSweep> sign(Address beneficiary, Instant validFrom, List<FeeRate> rates) {
    return store.transact(
        () -> {
          forgetTheImpossible();
          var set = new ArrayList<SleepingSweep>();
          long number = book.lastSet() + 1;
          var fees = new HashSet<Sats>();
          for (var rate : rates.stream().sorted().toList()) {
            var proposal = payments.sweepLater(ledger.spendable(), beneficiary, rate, validFrom);
            if (proposal instanceof Draft draft && fees.add(draft.fee())) {
              set.add(add(number, draft, validFrom));
            }
          }
          return List.copyOf(set);
        });
  }

  private SleepingSweep add(long number, Draft draft, Instant validFrom) {
    var spending =
        draft.inputs().stream()
            .map(coin -> new Account.Spending(coin.branch(), coin.value()))
            .toList();
    var signed = account.sign(draft.unsigned(), spending);
    var sweep =
        new SleepingSweep(
            book.nextOrdinal(),
            number,
            TxId.of(signed),
            Transaction.write(signed),
            draft.amount(),
            draft.fee(),
            draft.inputs(),
            validFrom,
            time.now());
    book.add(sweep);
    return sweep;
  }

  private void forgetTheImpossible() {
    var judgement = ledger.judgement();
    var sweeps = book.sweeps();
    for (int i = 0; i < sweeps.size(); i++) {
      var standing = judgement.standing(sweeps.get(i).transaction());
      if (standing == Standing.DEAD
          || (standing != Standing.PROVEN && sweeps.size() - i > KEPT_MAX)) {
        book.forget(sweeps.get(i));
      }
    }
  }

  /** The newest set, lowest fee first; empty where none was signed or its coins have moved. */
  public List<SleepingSweep> newest() {
    return store.read(
        () -> {
          var spendable = new HashSet<>(ledger.spendable());
          long last = book.lastSet();
          return book.sweeps().stream()
              .filter(sweep -> sweep.set() == last)
              .filter(sweep -> spendable.containsAll(sweep.inputs()))
              .toList();
        });
  }

  /** What sweeps that were sent by somebody and proven have given and cost. */
  public Spending spent() {
    return store.read(
        () -> {
          var judgement = ledger.judgement();
          var given = Sats.ZERO;
          var fees = Sats.ZERO;
          for (var sweep : book.sweeps()) {
            if (judgement.counts(sweep.transaction())) {
              given = given.plus(sweep.amount());
              fees = fees.plus(sweep.fee());
            }
          }
          return new Spending(given.isZero() ? Map.of() : Map.of(Purpose.WILL, given), fees);
        });
  }
}
