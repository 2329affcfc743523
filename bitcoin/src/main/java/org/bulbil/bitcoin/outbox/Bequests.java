package org.bulbil.bitcoin.outbox;

import fr.acinq.bitcoin.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.ledger.Ledger;
import org.bulbil.bitcoin.payment.LockTime;
import org.bulbil.bitcoin.payment.Payments;
import org.bulbil.bitcoin.payment.Proposal.Draft;
import org.bulbil.bitcoin.store.Store;
import org.bulbil.core.time.Time;

/** Keeps the bequests that stand in step with order and coins. */
final class Bequests {

  private final Store store;
  private final BequestBook book;
  private final Ledger ledger;
  private final Payments payments;
  private final Function<Draft, Transaction> signer;
  private final Time time;
  private Optional<Ground> signedFor = Optional.empty();

  /** What bequests follow from, and the version of the book that holds them. */
  private record Ground(BequestOrder order, List<Coin> coins, List<Coin> change, long version) {}

  Bequests(
      Store store,
      BequestBook book,
      Ledger ledger,
      Payments payments,
      Function<Draft, Transaction> signer,
      Time time) {
    this.store = store;
    this.book = book;
    this.ledger = ledger;
    this.payments = payments;
    this.signer = signer;
    this.time = time;
  }

  List<Bequest> standing() {
    return book.standing();
  }

  List<Bequest> bequeath(BequestOrder order) {
    return store.transact(
        () -> {
          if (!signedFor.equals(Optional.of(ground(order)))) {
            replace(drafts(order));
            signedFor = Optional.of(ground(order));
          }
          return book.standing();
        });
  }

  /** A commit that fails changes the book's version again, so that we do not believe in it. */
  private Ground ground(BequestOrder order) {
    return new Ground(order, ledger.spendable(), ledger.change(), book.version());
  }

  private void replace(List<Draft> drafts) {
    if (!ids(drafts).equals(book.standing().stream().map(Bequest::transaction).toList())) {
      book.replace(signed(drafts));
    }
  }

  /**
   * Of all coins, also those that payments which wait will bring back; then, should these never be
   * in a block, of the proven ones. No two may confirm together, or an heir could not tell when it
   * is done: where the second set would not exclude all of the first, it is left out.
   */
  private List<Draft> drafts(BequestOrder order) {
    var proven = ledger.spendable();
    if (ledger.change().isEmpty()) {
      return drafts(order, proven);
    }
    var all = new ArrayList<>(proven);
    all.addAll(ledger.change());
    var drafts = new ArrayList<>(drafts(order, all));
    if (!proven.isEmpty() && drafts.stream().allMatch(it -> takes(it, proven.getFirst()))) {
      var known = ids(drafts);
      drafts(order, proven).stream()
          .filter(draft -> !known.contains(TxId.of(draft.unsigned())))
          .forEach(drafts::add);
    }
    return drafts;
  }

  private static boolean takes(Draft draft, Coin coin) {
    return draft.inputs().contains(coin);
  }

  private static List<TxId> ids(List<Draft> drafts) {
    return drafts.stream().map(draft -> TxId.of(draft.unsigned())).toList();
  }

  private List<Draft> drafts(BequestOrder order, List<Coin> coins) {
    var drafts = new ArrayList<Draft>();
    for (var rate : order.rates()) {
      if (payments.sweep(coins, order.beneficiary(), rate) instanceof Draft draft) {
        drafts.add(draft.lockedUntil(order.from()));
      }
    }
    return drafts;
  }

  private List<Bequest> signed(List<Draft> drafts) {
    var signed = new ArrayList<Bequest>();
    for (var draft : drafts) {
      signed.add(sign(draft, book.nextNumber() + signed.size(), signed.size()));
    }
    return signed;
  }

  private Bequest sign(Draft draft, long number, int rank) {
    var signed = signer.apply(draft);
    return new Bequest(
        number,
        TxId.of(signed),
        rank,
        new LockTime(signed.lockTime),
        draft.amount(),
        draft.fee(),
        draft.inputs().stream().map(Coin::point).toList(),
        time.now(),
        Optional.of(signed));
  }
}
