package org.bulbil.bitcoin.outbox;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.ledger.Judgement;
import org.bulbil.bitcoin.ledger.Judgement.Standing;
import org.bulbil.bitcoin.ledger.Ledger;
import org.bulbil.bitcoin.store.Store;
import org.bulbil.core.money.Sats;

/** The payments of the book, as the ledger judges them; worked out again only after a change. */
final class Register {

  /** Payments looked at in one turn; more than a relay makes in years. */
  private static final int OPEN_MAX = 200;

  private final Store store;
  private final PaymentBook book;
  private final Ledger ledger;

  private Judgement judgement;
  private long deliveries = -1;
  private final Map<Long, Payment> shown = new HashMap<>();
  private Optional<List<Wish>> open = Optional.empty();
  private Optional<Spent> spent = Optional.empty();

  Register(Store store, PaymentBook book, Ledger ledger) {
    this.store = store;
    this.book = book;
    this.ledger = ledger;
    this.judgement = ledger.judgement();
  }

  private void refresh() {
    var fresh = ledger.judgement();
    if (fresh != judgement) {
      judgement = fresh;
      open = Optional.empty();
      spent = Optional.empty();
      shown.clear();
    }
    if (deliveries != book.deliveriesVersion()) {
      deliveries = book.deliveriesVersion();
      shown.clear();
    }
  }

  Optional<Payment> find(String reference) {
    return store.read(() -> book.wish(reference).map(this::payment));
  }

  /** Payments that are neither confirmed nor dead, oldest first. */
  List<Payment> open() {
    return store.read(
        () -> {
          refresh();
          var wishes = open.orElseGet(this::findOpen);
          open = Optional.of(wishes);
          return wishes.stream().map(this::payment).toList();
        });
  }

  private List<Wish> findOpen() {
    return book.wishes().stream().filter(this::isOpen).limit(OPEN_MAX).toList();
  }

  private boolean isOpen(Wish wish) {
    var attempts = book.attempts(wish);
    return attempts.stream()
            .noneMatch(it -> judgement.standing(it.transaction()) == Standing.PROVEN)
        && judgement.standing(attempts.getLast().transaction()) != Standing.DEAD;
  }

  /** The newest payments of any state, newest first. */
  List<Payment> recent(int count) {
    return store.read(
        () -> book.wishes().reversed().stream().limit(count).map(this::payment).toList());
  }

  /** What payments that count have cost, and bequests that were proven. */
  Spent spent() {
    return store.read(
        () -> {
          refresh();
          var known = spent.orElseGet(this::add);
          spent = Optional.of(known);
          return known;
        });
  }

  private Spent add() {
    var paid = new EnumMap<Purpose, Sats>(Purpose.class);
    var fees = Sats.ZERO;
    for (var wish : book.wishes()) {
      for (var attempt : book.attempts(wish)) {
        if (judgement.counts(attempt.transaction())) {
          paid.merge(wish.purpose(), attempt.amount(), Sats::plus);
          fees = fees.plus(attempt.fee());
        }
      }
    }
    for (var bequest : book.bequests().all()) {
      if (judgement.counts(bequest.transaction())) {
        paid.merge(Purpose.WILL, bequest.amount(), Sats::plus);
        fees = fees.plus(bequest.fee());
      }
    }
    paid.remove(Purpose.CONSOLIDATION);
    return new Spent(paid, fees);
  }

  private Payment payment(Wish wish) {
    refresh();
    return shown.computeIfAbsent(wish.id(), _ -> show(wish));
  }

  private Payment show(Wish wish) {
    var attempts = new ArrayList<Attempt>();
    book.attempts(wish).forEach(attempt -> attempts.add(show(attempt)));
    return new Payment(wish.reference(), wish.purpose(), wish.address(), wish.created(), attempts);
  }

  private Attempt show(SignedAttempt attempt) {
    var delivery = book.delivery(attempt.transaction());
    return new Attempt(
        attempt.transaction(),
        attempt.vbytes(),
        attempt.amount(),
        attempt.fee(),
        attempt.change(),
        attempt.inputs().stream().map(Coin::point).toList(),
        state(attempt, delivery),
        attempt.created(),
        delivery.sent(),
        delivery.answer());
  }

  private State state(SignedAttempt attempt, Delivery delivery) {
    return switch (judgement.standing(attempt.transaction())) {
      case PROVEN -> State.CONFIRMED;
      case DEAD -> State.DEAD;
      case ASIDE -> State.REPLACED;
      case CURRENT -> delivery.isTaken() ? State.BROADCAST : State.SIGNED;
    };
  }
}
