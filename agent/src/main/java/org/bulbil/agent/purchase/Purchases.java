package org.bulbil.agent.purchase;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.journal.Act;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Intent;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.purchase.Purchase.Bill;
import org.bulbil.agent.purchase.Purchase.State;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.PaymentOrder;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.payment.FeePolicy;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.Provider;

/**
 * Moves purchases along, a step at a time. A step that a crash interrupts, or whose answer is lost,
 * is asked about before it is taken again; nothing here ever pays one purchase twice.
 */
public final class Purchases {

  private static final String PRICE = "price.cents_per_bitcoin";

  private final Provider provider;
  private final Wallet wallet;
  private final Journal journal;
  private final PurchaseBook book;
  private final Patience patience;
  private final Time time;

  public Purchases(
      Provider provider, Wallet wallet, Journal journal, Patience patience, Time time) {
    this.provider = provider;
    this.wallet = wallet;
    this.journal = journal;
    this.book = new PurchaseBook(journal.store());
    this.patience = patience;
    this.time = time;
  }

  /** What a bitcoin costs by the newest invoice; empty before the first. */
  public Optional<Rate> price() {
    return journal.recall(PRICE).map(cents -> new Rate(Long.parseLong(cents)));
  }

  /** The newest purchases of any purpose, newest first. */
  public List<Purchase> newest(int count) {
    return book.newest(count);
  }

  /** The newest purchase for {@code purpose}, open or not. */
  public Optional<Purchase> newest(String purpose) {
    return book.newest(purpose);
  }

  /** Begins a purchase; {@link #advance} does the rest. */
  public Purchase begin(String purpose, Cents amount, int feePercent, String why) {
    return book.add(purpose, amount, feePercent, time.now(), why);
  }

  /**
   * Learns the price of a bitcoin from an invoice that is not paid: harmless to repeat, and
   * therefore without an intent.
   */
  public Outcome<Rate> askPrice(CreditToken token, Cents amount) {
    var answer = provider.invoice(token, amount).map(Invoice::rate);
    answer.answer().ifPresent(this::learn);
    return answer;
  }

  private void learn(Rate rate) {
    journal.remember(PRICE, Long.toString(rate.centsPerBitcoin()));
  }

  /** Whether a payment for it is in the outbox, also where a crash kept that from its row. */
  public boolean hasPayment(Purchase purchase) {
    return wallet.outbox().find(purchase.reference()).isPresent();
  }

  /** Ends a purchase for which nothing was paid. */
  public Purchase drop(Purchase purchase, String why) {
    if (hasPayment(purchase)) {
      throw new IllegalArgumentException(purchase.reference() + " is paid and cannot be dropped");
    }
    return abandon(purchase, why);
  }

  /** Takes all steps of {@code purchase} that can be taken now. */
  public Purchase advance(Purchase purchase, CreditToken token) {
    var next = step(purchase, token);
    return next.state() == purchase.state() ? next : advance(next, token);
  }

  private Purchase step(Purchase purchase, CreditToken token) {
    return switch (purchase.state()) {
      case WANTED -> invoice(purchase, token);
      case INVOICED -> pay(purchase, purchase.bill().orElseThrow());
      case PAYING -> watch(purchase, purchase.bill().orElseThrow(), token);
      case CREDITED, ABANDONED, STRANDED -> purchase;
    };
  }

  private Purchase invoice(Purchase purchase, CreditToken token) {
    if (purchase.made().plus(patience.beforeGivingUp()).isBefore(time.now())) {
      return abandon(purchase, "no invoice came in a day");
    }
    return journal
        .unsettled(Act.INVOICE, purchase.reference())
        .map(intent -> settle(purchase, intent, token))
        .orElseGet(() -> request(purchase, token));
  }

  private Purchase request(Purchase purchase, CreditToken token) {
    var intent =
        journal.intend(Act.INVOICE, purchase.reference(), purchase.amount() + " of credit");
    var answer = provider.invoice(token, purchase.amount());
    var next =
        switch (answer) {
          case Outcome.Done<Invoice>(Invoice invoice) -> billed(purchase, invoice);
          case Outcome.Refused<Invoice> refusal -> abandon(purchase, refusal.summary());
          case Outcome.Unknown<Invoice> _ -> purchase;
        };
    journal.settle(intent, answer);
    return next;
  }

  /** An invoice whose answer was lost: the provider's list says whether it exists. */
  private Purchase settle(Purchase purchase, Intent intent, CreditToken token) {
    return switch (provider.invoices(token)) {
      case Outcome.Done<List<Invoice>>(List<Invoice> all) -> {
        var ours = lost(purchase, all);
        journal.settle(
            intent, ours.map(Outcome::done).orElse(Outcome.refused("no such invoice exists", 0)));
        yield ours.map(invoice -> billed(purchase, invoice)).orElse(purchase);
      }
      case Outcome.Refused<List<Invoice>> _, Outcome.Unknown<List<Invoice>> _ -> purchase;
    };
  }

  private Optional<Invoice> lost(Purchase purchase, List<Invoice> all) {
    return all.stream()
        .filter(invoice -> invoice.credits().equals(purchase.amount()))
        .filter(invoice -> invoice.isPayable(time.now()))
        .filter(invoice -> !book.knows(invoice.id()))
        .max(Comparator.comparing(Invoice::created));
  }

  private Purchase billed(Purchase purchase, Invoice invoice) {
    learn(invoice.rate());
    return invoice.credits().equals(purchase.amount())
        ? book.billed(purchase, invoice, time.now())
        : abandon(purchase, "the invoice is for " + invoice.credits() + ", which nobody asked for");
  }

  /** The expiry is looked at last: asking for estimates may take as long as one answer may. */
  private Purchase pay(Purchase purchase, Bill bill) {
    return switch (wallet.feeEstimates()) {
      case Outcome.Done<FeeEstimates>(FeeEstimates estimates) ->
          isTooLate(purchase, bill)
              ? abandon(purchase, "the invoice expired before it was paid")
              : pay(purchase, bill, estimates);
      case Outcome.Refused<FeeEstimates> _, Outcome.Unknown<FeeEstimates> _ -> purchase;
    };
  }

  private boolean isTooLate(Purchase purchase, Bill bill) {
    return wallet.outbox().find(purchase.reference()).isEmpty()
        && bill.expires().minus(patience.beforeExpiry()).isBefore(time.now());
  }

  private Purchase pay(Purchase purchase, Bill bill, FeeEstimates estimates) {
    return switch (order(purchase, bill)) {
      case Outcome.Done<PaymentOrder>(PaymentOrder order) ->
          switch (wallet.outbox().pay(order, estimates)) {
            case PayAnswer.Recorded(Payment payment) -> paying(purchase, payment);
            case PayAnswer.CannotAfford(var missing) ->
                abandon(purchase, missing + " are missing to pay " + bill.request().amount());
            case PayAnswer.TooExpensive(var fee, var cap) ->
                abandon(purchase, "the fee would be " + fee + ", more than " + cap);
          };
      case Outcome.Refused<PaymentOrder>(String why, _) -> abandon(purchase, why);
      case Outcome.Unknown<PaymentOrder>(String why) -> abandon(purchase, why);
    };
  }

  private Outcome<PaymentOrder> order(Purchase purchase, Bill bill) {
    var purpose = purchase.purpose().equals(Purchase.RENT) ? Purpose.RENT : Purpose.ENDOWMENT;
    return Address.read(bill.request().address(), patience.network())
        .flatMap(address -> order(purchase, bill, purpose, address));
  }

  private Outcome<PaymentOrder> order(
      Purchase purchase, Bill bill, Purpose purpose, Address address) {
    try {
      return Outcome.done(
          new PaymentOrder(
              purchase.reference(), purpose, address, bill.request().amount(), fees(purchase)));
    } catch (IllegalArgumentException e) {
      return Outcome.refused(String.valueOf(e.getMessage()), 0);
    }
  }

  private FeePolicy fees(Purchase purchase) {
    return new FeePolicy(
        Patience.TARGET_BLOCKS, FeeRate.RELAY_FLOOR, patience.feeCap(), purchase.feePercent());
  }

  private Purchase paying(Purchase purchase, Payment payment) {
    var words = "paid %s and %s of fee".formatted(payment.amount(), payment.fee());
    journal.note(Entry.Kind.CREDIT, words + " for " + purchase.amount() + " of credit");
    return book.move(purchase, State.PAYING, words, time.now());
  }

  private Purchase watch(Purchase purchase, Bill bill, CreditToken token) {
    var credited =
        provider.invoice(token, bill.invoice()).answer().filter(Invoice::isPaid).isPresent();
    if (credited) {
      journal.note(Entry.Kind.CREDIT, purchase.amount() + " of credit arrived");
      return book.move(purchase, State.CREDITED, "credited", time.now());
    }
    return wallet
        .outbox()
        .find(purchase.reference())
        .map(payment -> wait(purchase, payment))
        .orElseThrow(() -> new IllegalStateException(purchase + " lost its payment"));
  }

  private Purchase wait(Purchase purchase, Payment payment) {
    var waited = Duration.between(purchase.changed(), time.now());
    return switch (payment.state()) {
      case DEAD -> abandon(purchase, "its payment can never confirm");
      case CONFIRMED ->
          waited.compareTo(patience.beforeGivingUp()) > 0 ? strand(purchase) : purchase;
      case SIGNED, BROADCAST, REPLACED -> hasten(purchase, payment);
    };
  }

  /** Bids higher for a payment that has waited for blocks. */
  private Purchase hasten(Purchase purchase, Payment payment) {
    var sent = payment.current().created();
    if (sent.plus(patience.beforeBump()).isBefore(time.now())) {
      wallet
          .feeEstimates()
          .answer()
          .flatMap(estimates -> estimates.within(1))
          .map(rate -> FeeRate.min(patience.feeCap(), rate.plus(FeeRate.ofSatPerVb(1))))
          .ifPresent(rate -> wallet.outbox().bump(purchase.reference(), rate));
    }
    return purchase;
  }

  private Purchase strand(Purchase purchase) {
    var words =
        "the payment for %s confirmed, and the provider has not credited it in a day"
            .formatted(purchase.amount());
    journal.note(Entry.Kind.TROUBLE, words);
    return book.move(purchase, State.STRANDED, words, time.now());
  }

  private Purchase abandon(Purchase purchase, String why) {
    journal.note(Entry.Kind.CREDIT, "not buying " + purchase.amount() + " of credit: " + why);
    return book.move(purchase, State.ABANDONED, why, time.now());
  }
}
