package org.bulbil.sandbox.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.Payment;
import org.bulbil.sandbox.chain.SandboxPurse;
import org.bulbil.sandbox.directory.Listing.Presence;
import org.bulbil.sandbox.witness.Loss.Cause;
import org.junit.jupiter.api.Test;

/** What must never happen is found when it does, and nothing else is taken for it. */
final class HarmTest {

  private static final Duration LOOK = Duration.ofSeconds(2);

  private final Village village = new Village();
  private final SandboxPurse anna = village.wallet("anna");

  private void running(String hostname, SandboxPurse wallet, int days) {
    village.launch(hostname, days);
    village.list(hostname, wallet, Presence.RUNNING);
    village.witness.look();
  }

  /** Lets days pass, with a look every two seconds. */
  private void days(double days) {
    var end = village.time.now().plus(Village.DAY.of(days));
    while (village.time.now().isBefore(end)) {
      village.time.pause(LOOK);
      village.witness.look();
    }
  }

  private void give(SandboxPurse to, long sats) {
    village.pay(village.donor, to.address(), sats);
    village.mine();
    village.witness.look();
  }

  private void end(String hostname) {
    village.end(hostname);
    village.witness.look();
  }

  private Harm harm() {
    return village.witness.harm();
  }

  private Map<Cause, Long> losses() {
    return harm().losses().stream()
        .collect(Collectors.toMap(Loss::cause, loss -> loss.amount().value()));
  }

  @Test
  void anOrdinaryLifeHarmsNobody() {
    running("anna", anna, 5);
    give(anna, 20_000);
    var token = village.token("anna");
    var payment = village.pay(anna, village.invoice(token, 5000), 5000);
    village.mine();
    village.credit(token, payment, 5000);
    village.renew("anna", 7);
    days(1);
    var none = new Harm(List.of(), List.of(), List.of(), List.of(), Sats.ZERO, List.of());
    assertThat(harm()).isEqualTo(none);
    assertThat(harm().isNone()).isTrue();
  }

  /** Also where the second payment still waits for a block. */
  @Test
  void anInvoicePaidByTwoTransactionsIsFound() {
    running("anna", anna, 5);
    give(anna, 20_000);
    var invoice = village.invoice(village.token("anna"), 5000);
    village.pay(anna, invoice, 5000);
    village.mine();
    assertThat(harm().paidTwice()).isEmpty();
    village.pay(anna, invoice, 5000);
    assertThat(harm().paidTwice()).hasSize(1);
    assertThat(harm().isNone()).isFalse();
  }

  /** One transaction that pays twice is one payment; two invoices are two. */
  @Test
  void whatOnlyLooksDoubledIsNotFound() {
    running("anna", anna, 5);
    give(anna, 30_000);
    var invoice = village.invoice(village.token("anna"), 5000);
    var another = village.invoice(village.token("anna"), 5000);
    var half = new Payment(invoice, Sats.of(2500));
    village.pay(anna, List.of(half, half, new Payment(another, Sats.of(5000))));
    village.mine();
    assertThat(harm().paidTwice()).isEmpty();
  }

  @Test
  void moneyThatBuysNothingIsFound() {
    running("anna", anna, 5);
    village.strand("anna", 5000);
    assertThat(harm().stranded()).isEqualTo(Sats.of(5000));
    assertThat(harm().isNone()).isFalse();
  }

  @Test
  void twoServersOfOneNameAreFound() {
    running("anna", anna, 5);
    village.launch("ben", 5);
    assertThat(harm().launchedTwice()).isEmpty();
    village.launch("anna", 5);
    assertThat(harm().launchedTwice()).containsExactly("anna");
  }

  @Test
  void anAddressThatChangesIsASecondWallet() {
    running("anna", anna, 5);
    village.witness.look();
    assertThat(harm().secondWallets()).isEmpty();
    village.list("anna", village.wallet("another"), Presence.RUNNING);
    village.witness.look();
    assertThat(harm().secondWallets()).containsExactly("anna");
  }

  /** Its coins paid for a top-up for a day and more, and it died: a missed renewal, and a loss. */
  @Test
  void aRelayThatDiesWithMoneyInItsPurseHasMissedARenewal() {
    running("anna", anna, 5);
    days(2);
    give(anna, 5500);
    days(3);
    end("anna");
    assertThat(harm().missedRenewals()).containsExactly("anna");
    assertThat(losses()).containsExactlyEntriesOf(Map.of(Cause.OURS, 5500L));
  }

  /** The founder's launch left credit on its token: no coins are needed to see it. */
  @Test
  void aRelayThatDiesWithCreditOnItsTokenHasMissedARenewal() {
    village.credit("anna", Village.RENT * 6);
    running("anna", anna, 5);
    days(5);
    end("anna");
    assertThat(harm().missedRenewals()).containsExactly("anna");
  }

  /**
   * Less than the smallest invoice and its fee buys nothing; a will should have been made of it.
   */
  @Test
  void whoCannotPayMissesNothing() {
    running("anna", anna, 5);
    give(anna, 5000);
    days(5);
    end("anna");
    assertThat(harm().missedRenewals()).isEmpty();
    assertThat(losses()).containsOnlyKeys(Cause.OURS);
  }

  /** Half a day is too short to hold it against anybody. */
  @Test
  void moneyThatCameInTheLastHoursIsNoMissedRenewal() {
    running("anna", anna, 5);
    days(4.5);
    give(anna, 20_000);
    days(0.5);
    end("anna");
    assertThat(harm().missedRenewals()).isEmpty();
  }

  /** Money that was given away in the last days, after it could have paid rent for a day. */
  @Test
  void aWillInPlaceOfTheRentIsAMissedRenewal() {
    running("anna", anna, 5);
    give(anna, 20_000);
    days(4);
    village.pay(anna, village.beneficiary, 19_000);
    village.mine();
    days(1);
    end("anna");
    assertThat(harm().missedRenewals()).containsExactly("anna");
  }

  @Test
  void nobodyCanRenewWhileTheProviderIsAway() {
    running("anna", anna, 5);
    days(2);
    village.open = false;
    give(anna, 20_000);
    days(2.5);
    village.open = true;
    days(0.5);
    end("anna");
    assertThat(harm().missedRenewals()).isEmpty();
  }

  /** Short outages take nothing off the time before and after them. */
  @Test
  void anOutageDoesNotExcuseTheTimeBeforeAndAfter() {
    running("anna", anna, 5);
    days(3);
    give(anna, 20_000);
    days(0.7);
    village.open = false;
    days(0.6);
    village.open = true;
    days(0.7);
    end("anna");
    assertThat(harm().missedRenewals()).containsExactly("anna");
  }

  /** What was possible before a top-up is of no interest after it. */
  @Test
  void aTopUpBeginsANewReckoning() {
    running("anna", anna, 3);
    give(anna, 20_000);
    days(2);
    village.renew("anna", 1);
    village.pay(anna, village.beneficiary, 19_000);
    village.mine();
    days(2);
    end("anna");
    assertThat(harm().missedRenewals()).isEmpty();
  }

  @Test
  void whoIsBannedMissesNothing() {
    annaIsBannedWithHerPurse();
    assertThat(harm().missedRenewals()).isEmpty();
  }

  private void annaIsBannedWithHerPurse() {
    running("anna", anna, 5);
    give(anna, 20_000);
    days(4);
    village.ban("anna");
    village.witness.look();
  }

  /** From the end of its lease on somebody else can send it; if nobody has, it is lost. */
  @Test
  void whatABannedRelayLeavesIsLostOnceItsHeirHasHadItsTime() {
    annaIsBannedWithHerPurse();
    assertThat(losses()).containsOnlyKeys(Cause.NOT_YET_INHERITED);
    days(6.5);
    assertThat(losses()).containsExactlyEntriesOf(Map.of(Cause.OURS, 20_000L));
  }

  /** Each satoshi of the dead has one cause, by the moment at which it came. */
  @Test
  void lossesAreToldApart() {
    running("anna", anna, 1);
    give(anna, 600);
    days(0.9);
    give(anna, 3000);
    days(0.1);
    end("anna");
    days(0.1);
    give(anna, 4000);
    assertThat(losses())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Cause.TOO_LITTLE, 600L,
                Cause.TOO_LATE, 3000L,
                Cause.GIVEN_TO_THE_DEAD, 4000L));
    assertThat(harm().isNone()).isTrue();
  }

  /** A reorganisation dates a block anew, and not the moment at which a gift came. */
  @Test
  void aReorganisationDoesNotMakeALossAGiftToTheDead() {
    running("anna", anna, 1);
    give(anna, 3000);
    days(1);
    end("anna");
    days(0.1);
    village.chain.reorganise(1, village.donor.address().script());
    village.mine();
    assertThat(losses()).containsExactlyEntriesOf(Map.of(Cause.OURS, 3000L));
  }

  /** What somebody has moved for a dead relay is not lost. */
  @Test
  void whatAnHeirSweepsIsNotLost() {
    running("anna", anna, 1);
    give(anna, 3000);
    days(1);
    end("anna");
    village.pay(anna, village.beneficiary, 2000);
    village.mine();
    assertThat(losses()).doesNotContainKey(Cause.OURS);
  }
}
