package org.bulbil.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.book.Event.PaymentStranded.Why;
import org.bulbil.sandbox.provider.estate.Invoice;
import org.bulbil.sandbox.provider.estate.Terms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is paid, when, and how much of it counts. */
class InvoiceTest {

  private static final Duration LIFE = Duration.ofSeconds(30);

  private final Shop shop = new Shop(Terms.of(Shop.DAY).withInvoiceLife(LIFE).withConfirmations(2));
  private final String token = shop.mint();

  @AfterEach
  void close() {
    shop.close();
  }

  /** The exact amount credits the invoice once it has its confirmations, and not before. */
  @Test
  void exactPaymentIsCreditedWhenConfirmed() {
    var invoice = shop.invoice(token, 7);
    assertThat(invoice.price()).isEqualTo(Sats.of(7_000));
    var txid = shop.pay(invoice, invoice.price());
    assertThat(reply(invoice).text("txid")).isEqualTo(txid);
    shop.confirm();
    assertThat(reply(invoice).number("paid")).isZero();
    assertThat(shop.balance(token)).isZero();
    shop.confirm();
    assertThat(reply(invoice).number("paid")).isEqualTo(shop.clock.now().getEpochSecond());
    assertThat(shop.balance(token)).isEqualTo(700);
    shop.confirm();
    assertThat(shop.balance(token)).as("credited once").isEqualTo(700);
  }

  /** A satoshi too little credits nothing, and the invoice can still be paid rightly. */
  @Test
  void underpaymentIsStranded() {
    var invoice = shop.invoice(token, 7);
    shop.pay(invoice, Sats.of(6_999));
    confirmTwice();
    assertThat(shop.balance(token)).isZero();
    assertThat(stranded()).isEqualTo(Why.TOO_LITTLE);
    assertThat(reply(invoice).object().get("txid")).isNull();
    shop.pay(invoice, invoice.price());
    confirmTwice();
    assertThat(shop.balance(token)).isEqualTo(700);
  }

  /** Two halves are not a whole: the price must come in one payment. */
  @Test
  void twoHalvesAreStranded() {
    var invoice = shop.invoice(token, 8);
    shop.pay(invoice, Sats.of(4_000));
    shop.pay(invoice, Sats.of(4_000));
    confirmTwice();
    assertThat(shop.balance(token)).isZero();
    assertThat(shop.provider.book().account().stranded()).isEqualTo(Sats.of(8_000));
  }

  /** Too much credits the invoice's amount; the rest is gone, and the book says how much. */
  @Test
  void overpaymentCreditsTheInvoiceOnly() {
    var invoice = shop.invoice(token, 7);
    shop.pay(invoice, Sats.of(9_000));
    confirmTwice();
    assertThat(shop.balance(token)).isEqualTo(700);
    var account = shop.provider.book().account();
    assertThat(account.earned()).isEqualTo(Sats.of(7_000));
    assertThat(account.stranded()).isEqualTo(Sats.of(2_000));
    assertThat(account.received()).isEqualTo(Sats.of(9_000));
  }

  /** What is first seen after the expiry credits nothing. */
  @Test
  void latePaymentIsStranded() {
    var invoice = shop.invoice(token, 7);
    shop.clock.forward(LIFE);
    shop.provider.tick();
    assertThat(reply(invoice).object()).containsEntry("expired", true).containsEntry("txid", null);
    assertThat(shop.provider.book().all(Event.InvoiceExpired.class)).hasSize(1);
    shop.pay(invoice, invoice.price());
    confirmTwice();
    assertThat(shop.balance(token)).isZero();
    assertThat(stranded()).isEqualTo(Why.TOO_LATE);
  }

  /** What is seen in time and confirmed after the expiry is credited. */
  @Test
  void paymentInTimeMayConfirmLate() {
    var invoice = shop.invoice(token, 7);
    shop.pay(invoice, invoice.price());
    shop.clock.forward(LIFE);
    confirmTwice();
    assertThat(shop.balance(token)).isEqualTo(700);
    assertThat(reply(invoice).object()).containsEntry("expired", false);
    assertThat(shop.provider.book().all(Event.InvoiceExpired.class)).isEmpty();
  }

  /** A payment that is replaced after the expiry has not come in time: its time was another's. */
  @Test
  void replacedPaymentIsJudgedByItsOwnTime() {
    var invoice = shop.invoice(token, 7);
    var first = shop.pay(invoice, invoice.price());
    shop.clock.forward(LIFE);
    shop.till.drop(first);
    shop.pay(invoice, invoice.price());
    confirmTwice();
    assertThat(stranded()).isEqualTo(Why.TOO_LATE);
    assertThat(shop.provider.book().all(Event.InvoiceExpired.class)).hasSize(1);
  }

  /** Paying twice credits once; the book shows the second payment as lost. */
  @Test
  void secondPaymentIsStranded() {
    var invoice = shop.invoice(token, 7);
    shop.pay(invoice, invoice.price());
    confirmTwice();
    shop.pay(invoice, invoice.price());
    confirmTwice();
    assertThat(shop.balance(token)).isEqualTo(700);
    assertThat(stranded()).isEqualTo(Why.PAID_ALREADY);
  }

  /** By trouble, a good payment is forgotten; the next one is not. */
  @Test
  void creditIsForgottenByTrouble() {
    shop.provider.troubles().forgetCredits(1);
    var forgotten = shop.invoice(token, 7);
    shop.pay(forgotten, forgotten.price());
    confirmTwice();
    assertThat(stranded()).isEqualTo(Why.FORGOTTEN);
    assertThat(reply(forgotten).number("paid")).isZero();
    var credited = shop.invoice(token, 5);
    shop.pay(credited, credited.price());
    confirmTwice();
    assertThat(shop.balance(token)).isEqualTo(500);
  }

  /** Every invoice has an address of its own and the rate of its moment. */
  @Test
  void invoicesFollowTheRate() {
    var first = shop.invoice(token, 7);
    shop.rate.set(Rate.ofDollars(50_000));
    var second = shop.invoice(token, 7);
    assertThat(second.price()).isEqualTo(Sats.of(14_000));
    assertThat(second.address()).isNotEqualTo(first.address());
    assertThat(reply(first).text("payment_uri"))
        .isEqualTo("bitcoin:" + first.address() + "?amount=0.00007000");
    assertThat(reply(first).text("fiat_per_coin")).isEqualTo("100000.00");
    assertThat(reply(second).text("fiat_per_coin")).isEqualTo("50000.00");
  }

  /** Below the minimum there is no invoice, and the reason names the minimum. */
  @Test
  void minimumHolds() {
    var refused = shop.customer.post("/token/" + token + "/add", Map.of("dollars", 4));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).contains("$5.00");
    assertThat(shop.provider.invoices()).isEmpty();
    assertThat(shop.invoice(token, 5).amount()).isEqualTo(Cents.dollars(5));
  }

  /** The book tells who paid: the invoice's payment carries the transaction's id. */
  @Test
  void bookNamesThePayment() {
    var invoice = shop.invoice(token, 7);
    var txid = shop.pay(invoice, invoice.price());
    confirmTwice();
    assertThat(shop.provider.book().all(Event.InvoicePaid.class))
        .singleElement()
        .satisfies(paid -> assertThat(paid.txid()).isEqualTo(txid))
        .satisfies(paid -> assertThat(paid.credited()).isEqualTo(Cents.dollars(7)))
        .satisfies(paid -> assertThat(paid.token().value()).isEqualTo(token));
  }

  private Customer.Reply reply(Invoice invoice) {
    return shop.customer.get("/token/" + token + "/invoices/" + invoice.id());
  }

  private void confirmTwice() {
    shop.confirm();
    shop.confirm();
  }

  private Why stranded() {
    return shop.provider.book().all(Event.PaymentStranded.class).getLast().why();
  }
}
