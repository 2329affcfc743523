package org.bulbil.agent.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bulbil.agent.purchase.Purchase.State;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.hosting.testing.Act;
import org.bulbil.hosting.testing.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever becomes of an invoice, it has an end, is paid once at most, and holds nothing up. */
class PurchaseEndsTest {

  private static final Sats PRICE = Sats.of(5_000); // $5 at $100,000 a bitcoin.

  private Till till;

  @BeforeEach
  void open() {
    till = new Till();
    till.give(50_000);
    till.give(40_000);
  }

  @AfterEach
  void everySatoshiIsAccountedFor() {
    till.turn();
    assertThat(till.wallet.view().orElseThrow().account().difference()).isZero();
    till.close();
  }

  @Test
  void paidInTimeItIsCredited() {
    till.begin();
    assertThat(till.turn().state()).isEqualTo(State.PAYING);
    assertThat(till.blocks(1).state()).isEqualTo(State.CONFIRMED);
    till.credit();
    assertThat(till.turn().state()).isEqualTo(State.CREDITED);
    assertThat(till.paidTo(till.newest())).isEqualTo(PRICE);
  }

  @Test
  void expiredBeforePaymentItIsAbandonedAndANewOneCanBeAsked() {
    till.begin();
    till.provider.troubles().always(Act.READ_INVOICE, Trouble.UNKNOWN_BEFORE);
    till.turn();
    assertThat(till.newest().state()).isEqualTo(State.INVOICED);
    till.turns(6);
    assertThat(till.newest().state()).isEqualTo(State.ABANDONED);
    assertThat(till.paidTo(till.newest())).isEqualTo(Sats.ZERO);
    till.provider.troubles().heal();
    till.begin();
    assertThat(till.turn().state()).isEqualTo(State.PAYING);
  }

  /** The payment would go to a dead invoice: it comes back, and only then the next one begins. */
  @Test
  void expiredWhileOurPaymentWaitsItIsTakenBack() {
    var first = till.begin();
    till.turn();
    assertThat(till.turns(7).state()).isEqualTo(State.WITHDRAWING);
    var payment = till.wallet.outbox().find(first.reference()).orElseThrow();
    assertThat(payment.isWithdrawn()).isTrue();
    assertThat(payment.attempts())
        .allSatisfy(it -> assertThat(it.inputs()).isEqualTo(payment.current().inputs()));
    assertThatThrownBy(till::begin).isInstanceOf(IllegalStateException.class);
    assertThat(till.blocks(1).state()).isEqualTo(State.ABANDONED);
    assertThat(till.paidTo(till.newest())).isEqualTo(Sats.ZERO);
    assertThat(till.wallet.view().orElseThrow().account().rent()).isEqualTo(Sats.ZERO);
    till.begin();
    assertThat(till.turn().state()).isEqualTo(State.PAYING);
  }

  @Test
  void aCrashWhileItIsTakenBackChangesNothing() {
    till.begin();
    till.turn();
    till.turns(7);
    till.crash();
    assertThat(till.turn().state()).isEqualTo(State.WITHDRAWING);
    assertThat(till.blocks(1).state()).isEqualTo(State.ABANDONED);
  }

  @Test
  void aProviderThatHasSeenThePaymentIsWaitedForAfterTheExpiry() {
    till.begin();
    till.turn();
    till.told = invoice -> seen(invoice);
    assertThat(till.turns(12).state()).isEqualTo(State.PAYING);
  }

  private static org.bulbil.hosting.Invoice seen(org.bulbil.hosting.Invoice from) {
    return new org.bulbil.hosting.Invoice(
        from.id(),
        from.request(),
        from.credits(),
        from.created(),
        from.expires(),
        from.paid(),
        java.util.Optional.of("1".repeat(64)),
        from.expired());
  }

  /** Miners took the original although it was replaced. */
  @Test
  void confirmedAllTheSameItIsCreditedLate() {
    var first = till.begin();
    till.turn();
    var original = till.wallet.outbox().find(first.reference()).orElseThrow().transaction();
    var bytes = till.server.transaction(original).answer().orElseThrow();
    till.turns(7);
    till.chain.mineDirectly(bytes);
    assertThat(till.turns(1).state()).isEqualTo(State.CONFIRMED);
    till.told = invoice -> Till.paidBy(invoice, original.hex(), Till.FIVE, till.time.now());
    assertThat(till.turns(1).state()).isEqualTo(State.CREDITED);
    assertThat(till.paidTo(till.newest())).isEqualTo(PRICE);
  }

  @Test
  void neverCreditedItIsStrandedAfterADayAndTheNextOneBegins() {
    till.begin();
    till.turn();
    till.blocks(2);
    assertThat(till.newest().state()).isEqualTo(State.CONFIRMED);
    assertThat(till.turns(150).state()).isEqualTo(State.STRANDED);
    assertThat(till.hasTold("has not credited it in a day")).isTrue();
    till.begin();
    assertThat(till.turn().state()).isEqualTo(State.PAYING);
  }

  @Test
  void aPaymentThatConfirmsAfterDaysHasItsDayFromThen() {
    till.begin();
    till.turn();
    till.told = PurchaseEndsTest::seen;
    till.turns(400);
    assertThat(till.blocks(1).state()).isEqualTo(State.CONFIRMED);
    assertThat(till.turns(100).state()).isEqualTo(State.CONFIRMED);
    assertThat(till.turns(60).state()).isEqualTo(State.STRANDED);
  }

  @Test
  void whatWasGivenUpIsStillLookedAtAndACreditThatComesLateIsNoticed() {
    till.begin();
    till.turn();
    till.blocks(1);
    till.turns(150);
    assertThat(till.newest().state()).isEqualTo(State.STRANDED);
    till.told = invoice -> Till.paidBy(invoice, "0".repeat(64), Till.FIVE, till.time.now());
    till.turns(40);
    assertThat(till.newest().state()).isEqualTo(State.CREDITED);
    assertThat(till.hasTold("arrived late")).isTrue();
  }

  @Test
  void pricedAnewBeforePaymentNothingIsSent() {
    till.begin();
    till.told = invoice -> Till.asking(invoice, Sats.of(9_000));
    assertThat(till.turn().state()).isEqualTo(State.ABANDONED);
    assertThat(till.wallet.outbox().open()).isEmpty();
    assertThat(till.hasTold("changed from 5000 sat to 9000 sat")).isTrue();
  }

  /** The provider wants more after we paid what it had asked: it gets no second payment. */
  @Test
  void underpaidByANewPriceItIsNotPaidOnTop() {
    till.begin();
    till.turn();
    till.told = invoice -> Till.asking(invoice, Sats.of(9_000));
    till.blocks(3);
    assertThat(till.turns(150).state()).isEqualTo(State.STRANDED);
    assertThat(till.paidTo(till.newest())).isEqualTo(PRICE);
  }

  @Test
  void overpaidByANewPriceItIsCreditedAndTheBalanceIsTheTruth() {
    till.begin();
    till.turn();
    till.blocks(1);
    till.told = invoice -> Till.paidBy(invoice, "0".repeat(64), Cents.dollars(6), till.time.now());
    assertThat(till.turn().state()).isEqualTo(State.CREDITED);
    assertThat(till.hasTold("credited $6.00 for $5.00")).isTrue();
    assertThat(till.paidTo(till.newest())).isEqualTo(PRICE);
  }

  @Test
  void paidBySomebodyElseNothingIsSent() {
    till.begin();
    till.told = invoice -> Till.paidBy(invoice, "2".repeat(64), Till.FIVE, till.time.now());
    assertThat(till.turn().state()).isEqualTo(State.CREDITED);
    assertThat(till.wallet.outbox().find(till.newest().reference())).isEmpty();
  }

  @Test
  void paidByAnotherTransactionThanOursThatIsSaid() {
    till.begin();
    till.turn();
    till.told = invoice -> Till.paidBy(invoice, "2".repeat(64), Till.FIVE, till.time.now());
    assertThat(till.turn().state()).isEqualTo(State.CREDITED);
    assertThat(till.hasTold("which is not ours")).isTrue();
  }

  /** No node ever takes it: bids rise, the invoice dies, it is taken back when nodes come round. */
  @Test
  void refusedByAllNodesItEndsWhenTheyTakeTheWithdrawal() {
    till.begin();
    till.server.refuseBroadcasts();
    till.turn();
    assertThat(till.turns(12).state()).isEqualTo(State.WITHDRAWING);
    assertThat(till.turns(20).state()).isEqualTo(State.WITHDRAWING);
    till.server.acceptBroadcasts();
    till.turns(1);
    assertThat(till.blocks(1).state()).isEqualTo(State.ABANDONED);
    assertThat(till.paidTo(till.newest())).isEqualTo(Sats.ZERO);
  }

  @Test
  void bidsRiseTowardsTheExpiryAndNeverAboveTheCap() {
    var first = till.begin();
    till.turn();
    till.server.estimate(FeeEstimates.flat(FeeRate.ofSatPerVb(4000)));
    till.turns(5);
    var attempts = till.wallet.outbox().find(first.reference()).orElseThrow().attempts();
    assertThat(attempts).hasSizeGreaterThan(1);
    assertThat(attempts.getLast().fee()).isLessThanOrEqualTo(PRICE.percent(30));
    assertThat(till.wallet.outbox().find(first.reference()).orElseThrow().rate())
        .isLessThanOrEqualTo(FeeRate.ofSatPerVb(50));
  }

  @Test
  void aReorganisationPutsItBackAndItConfirmsAgain() {
    till.begin();
    till.turn();
    till.blocks(1);
    till.chain.reorganise(1);
    assertThat(till.turn().state()).isEqualTo(State.PAYING);
    assertThat(till.blocks(1).state()).isEqualTo(State.CONFIRMED);
    till.credit();
    assertThat(till.turn().state()).isEqualTo(State.CREDITED);
    assertThat(till.paidTo(till.newest())).isEqualTo(PRICE);
  }
}
