package org.bulbil.bitcoin.outbox;

import fr.acinq.bitcoin.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.ledger.Ledger;
import org.bulbil.bitcoin.payment.PaymentToMany;
import org.bulbil.bitcoin.payment.Payments;
import org.bulbil.bitcoin.payment.Proposal;
import org.bulbil.bitcoin.payment.Proposal.CannotAfford;
import org.bulbil.bitcoin.payment.Proposal.Draft;
import org.bulbil.bitcoin.payment.Proposal.TooExpensive;
import org.bulbil.bitcoin.store.Store;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/**
 * Payments that cannot be lost or made twice: sign, store durably, and only then broadcast; after a
 * crash, broadcast the same bytes again. Choosing the coins and storing the payment is one database
 * transaction, so two payments never take the same coin.
 *
 * <p>May be called by several threads. The network is asked outside of database transactions.
 */
public final class Outbox {

  private static final System.Logger LOG = System.getLogger(Outbox.class.getName());

  /** A payment that a server has taken is offered again only so often, in case it was dropped. */
  private static final Duration RESEND_AFTER = Duration.ofSeconds(30);

  /** One that no server has taken is offered more often; a provider's invoice runs out. */
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  /** Attempts at one payment: each costs more than the last, so more would be a loop. */
  private static final int ATTEMPTS_MAX = 20;

  private final Store store;
  private final PaymentBook book;
  private final Register register;
  private final Bequests bequests;
  private final Ledger ledger;
  private final Account account;
  private final Payments payments;
  private final PaymentToMany toMany;
  private final ChainSource source;
  private final Time time;
  private final Consumer<Step> onStep;

  /**
   * @param book made over {@code store}, and what {@code ledger} has its claims from
   * @param onStep told of every step, before the next begins; tests crash there
   */
  public Outbox(
      Store store,
      PaymentBook book,
      Ledger ledger,
      Account account,
      ChainSource source,
      Time time,
      Consumer<Step> onStep) {
    this.store = store;
    this.book = book;
    this.register = new Register(store, book, ledger);
    this.ledger = ledger;
    this.account = account;
    this.payments = new Payments(account.address(Branch.CHANGE));
    this.toMany = new PaymentToMany(account.address(Branch.CHANGE));
    this.bequests = new Bequests(store, book.bequests(), ledger, payments, this::sign, time);
    this.source = source;
    this.time = time;
    this.onStep = onStep;
  }

  /**
   * Makes the payment, unless its reference is known already: then nothing is made, and the payment
   * of that reference is returned as it stands, whatever else the order says.
   *
   * @param estimates what the fee is chosen from; never above the order's caps
   */
  public PayAnswer pay(PaymentOrder order, FeeEstimates estimates) {
    var rate = order.fees().rate(estimates);
    var wish =
        new Wish(
            0,
            order.reference(),
            order.purpose(),
            order.address(),
            false,
            order.amount().percent(order.fees().maxSharePercent()),
            time.now());
    return makeOnce(
        wish,
        () ->
            payments.pay(ledger.spendable(), order.address(), order.amount(), rate, order.fees()));
  }

  /**
   * Pays many in one transaction; idempotent as {@link #pay}. It cannot be bid higher, only taken
   * back: bid enough at once.
   */
  public PayAnswer tip(TipOrder order, FeeEstimates estimates) {
    var rate = order.fees().rate(estimates);
    var payouts = order.payouts();
    var wish =
        new Wish(
            0,
            order.reference(),
            Purpose.TIP,
            payouts.all().getFirst().address(),
            false,
            payouts.total().percent(order.fees().maxSharePercent()),
            time.now());
    return makeOnce(wish, () -> toMany.pay(ledger.spendable(), payouts, rate, order.fees()));
  }

  /**
   * Sends every spendable coin that is worth its fee; idempotent as {@link #pay}. Change that is
   * still on its way is left for another sweep.
   */
  public PayAnswer sweep(SweepOrder order) {
    var wish =
        new Wish(
            0,
            order.reference(),
            order.purpose(),
            order.address(),
            true,
            new Sats(Sats.SUPPLY_MAX),
            time.now());
    return makeOnce(wish, () -> payments.sweep(ledger.spendable(), order.address(), order.rate()));
  }

  /**
   * Breaks spendable coins into pieces of our own; idempotent as {@link #pay}. A higher bid for it
   * would make one piece of them all again: bid enough at once.
   */
  public PayAnswer split(SplitOrder order) {
    var self = account.address(Branch.CHANGE);
    var wish =
        new Wish(
            0,
            order.reference(),
            Purpose.CONSOLIDATION,
            self,
            true,
            new Sats(Sats.SUPPLY_MAX),
            time.now());
    return makeOnce(
        wish, () -> payments.split(ledger.spendable(), order.piece(), order.count(), order.rate()));
  }

  private PayAnswer makeOnce(Wish wish, Supplier<Proposal> proposal) {
    var answer =
        store.transact(
            () ->
                register
                    .find(wish.reference())
                    .<PayAnswer>map(PayAnswer.Recorded::new)
                    .orElseGet(() -> make(wish, proposal.get())));
    return switch (answer) {
      case PayAnswer.Recorded(Payment payment) -> new PayAnswer.Recorded(sendFirst(payment));
      case PayAnswer.CannotAfford _, PayAnswer.TooExpensive _ -> answer;
    };
  }

  private PayAnswer make(Wish wish, Proposal proposal) {
    return switch (proposal) {
      case Draft draft -> record(wish, draft);
      case CannotAfford(Sats missing) -> new PayAnswer.CannotAfford(missing);
      case TooExpensive(Sats fee, Sats cap) -> new PayAnswer.TooExpensive(fee, cap);
    };
  }

  private PayAnswer record(Wish wish, Draft draft) {
    book.add(wish);
    attempt(wish.reference(), draft);
    return new PayAnswer.Recorded(register.find(wish.reference()).orElseThrow());
  }

  private void attempt(String reference, Draft draft) {
    book.addAttempt(reference, draft, sign(draft), time.now());
    onStep.accept(Step.SIGNED);
  }

  private Transaction sign(Draft draft) {
    return account.sign(draft.unsigned(), draft.inputs().stream().map(Outbox::spending).toList());
  }

  private static Account.Spending spending(Coin coin) {
    return new Account.Spending(coin.branch(), coin.value());
  }

  /**
   * Bids higher for a payment that waits: a further attempt with the same inputs (BIP125), out of
   * the change; the amount of a sweep or a withdrawal shrinks instead. The share cap of the order
   * still holds.
   */
  public BumpAnswer bump(String reference, FeeRate rate) {
    return bump(reference, rate, FeeRate.MAX);
  }

  /**
   * As {@link #bump}, and not above {@code cap}, to which the rule that every replacement pays for
   * its own relay may raise {@code rate}.
   */
  public BumpAnswer bump(String reference, FeeRate rate, FeeRate cap) {
    if (book.wish(reference).filter(wish -> wish.purpose() == Purpose.TIP).isPresent()) {
      return new BumpAnswer.NotBumped("a payment to many keeps its fee; it can only be withdrawn");
    }
    return replace(
        reference,
        payment ->
            payment.isWithdrawn()
                ? payments.withdraw(inputs(payment), payment.fee(), rate, cap)
                : raised(payment, rate, cap));
  }

  private Proposal raised(Payment payment, FeeRate rate, FeeRate cap) {
    var wish = book.wish(payment.reference()).orElseThrow();
    return payments.replace(
        inputs(payment),
        payment.address(),
        wish.sweeps() ? Optional.empty() : Optional.of(payment.amount()),
        payment.fee(),
        rate,
        cap,
        wish.feeCap());
  }

  /**
   * Takes a payment back that waits and is in vain by now: a further attempt with the same inputs
   * that pays everything to ourselves. One of the two confirms, and from here on no bytes of the
   * payment are sent again.
   */
  public BumpAnswer withdraw(String reference, FeeRate rate, FeeRate cap) {
    return replace(
        reference, payment -> payments.withdraw(inputs(payment), payment.fee(), rate, cap));
  }

  private List<Coin> inputs(Payment payment) {
    return book.attempt(payment.transaction()).inputs();
  }

  private BumpAnswer replace(String reference, Function<Payment, Proposal> replacement) {
    var answer = store.transact(() -> replaceOpen(reference, replacement));
    return switch (answer) {
      case BumpAnswer.Bumped(Payment payment) -> new BumpAnswer.Bumped(sendFirst(payment));
      case BumpAnswer.NotBumped _ -> answer;
    };
  }

  private BumpAnswer replaceOpen(String reference, Function<Payment, Proposal> replacement) {
    var known = register.find(reference).filter(Payment::isOpen);
    if (known.isEmpty()) {
      return new BumpAnswer.NotBumped("no payment '" + reference + "' is waiting");
    }
    if (known.get().attempts().size() >= ATTEMPTS_MAX) {
      return new BumpAnswer.NotBumped("there were " + ATTEMPTS_MAX + " attempts already");
    }
    return switch (replacement.apply(known.get())) {
      case Draft draft -> replaced(reference, draft);
      case CannotAfford(Sats missing) ->
          new BumpAnswer.NotBumped("its change is " + missing + " too small for that");
      case TooExpensive(Sats fee, Sats cap) ->
          new BumpAnswer.NotBumped("the fee would be " + fee + ", above the cap of " + cap);
    };
  }

  private BumpAnswer replaced(String reference, Draft draft) {
    attempt(reference, draft);
    return new BumpAnswer.Bumped(register.find(reference).orElseThrow());
  }

  /**
   * Sends the bytes of every open payment again, once a heartbeat, and returns what is still open.
   * A payment is confirmed, or becomes impossible, only by what the wallet has proven.
   */
  public List<Payment> settle() {
    for (var payment : open()) {
      if (isDue(payment) && send(payment) instanceof Outcome.Unknown<TxId>) {
        break; // Nobody answers; the next turn tries again, rather than wait for each payment.
      }
    }
    return open();
  }

  private boolean isDue(Payment payment) {
    var current = payment.current();
    var patience = current.state() == State.SIGNED ? RETRY_AFTER : RESEND_AFTER;
    return current
        .lastSent()
        .filter(sent -> Duration.between(sent, time.now()).abs().compareTo(patience) < 0)
        .isEmpty();
  }

  private Payment sendFirst(Payment payment) {
    if (payment.isOpen() && payment.current().lastSent().isEmpty()) {
      onStep.accept(Step.STORED);
      var _ = send(payment);
    }
    return register.find(payment.reference()).orElseThrow();
  }

  /**
   * Offers the newest attempt; while that is refused, an earlier one is better than nothing, except
   * one that was taken back.
   */
  private Outcome<TxId> send(Payment payment) {
    var alike =
        payment.attempts().reversed().stream()
            .filter(attempt -> attempt.withdraws() == payment.attempts().getLast().withdraws())
            .toList();
    var newest = send(payment, alike.getFirst().transaction());
    var answer = newest;
    for (int i = 1; i < alike.size() && answer instanceof Outcome.Refused<TxId>; i++) {
      answer = send(payment, alike.get(i).transaction());
    }
    return newest;
  }

  private Outcome<TxId> send(Payment payment, TxId attempt) {
    var answer = source.broadcast(book.attempt(attempt).toKmp());
    onStep.accept(Step.SENT);
    boolean isTaken = answer instanceof Outcome.Done<TxId>;
    if (!isTaken) {
      LOG.log(
          System.Logger.Level.WARNING,
          "payment {0} by {1}: {2}",
          payment.reference(),
          attempt,
          answer.summary());
    }
    book.noteSent(attempt, isTaken, answer.summary(), time.now());
    onStep.accept(Step.NOTED);
    return answer;
  }

  public Optional<Payment> find(String reference) {
    return register.find(reference);
  }

  /**
   * Signs what an heir may send after our end: sweeps of all spendable coins at each of the order's
   * rates, in the place of those from before. They take no coin until one is proven, and nothing is
   * sent. Where neither order nor coins have changed, nothing is done.
   */
  public List<Bequest> bequeath(BequestOrder order) {
    return bequests.bequeath(order);
  }

  /** The bequests that stand, the lowest fee first. */
  public List<Bequest> bequests() {
    return bequests.standing();
  }

  /** Whether {@code transaction} is one of our own payments or bequests. */
  public boolean isAttempt(TxId transaction) {
    return ledger.judgement().isOurs(transaction);
  }

  /** Whether a payment of ours, of any state, spends an output of {@code transaction}. */
  public boolean spendsFrom(TxId transaction) {
    return ledger.judgement().spendsFrom(transaction);
  }

  /** Payments that are neither confirmed nor dead, oldest first. */
  public List<Payment> open() {
    return register.open();
  }

  /** The newest payments of any state, newest first, at most {@code count}. */
  public List<Payment> recent(int count) {
    return register.recent(count);
  }

  /** What all payments have cost. */
  public Spent spent() {
    return register.spent();
  }
}
