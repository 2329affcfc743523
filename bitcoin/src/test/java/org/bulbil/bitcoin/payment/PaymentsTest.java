package org.bulbil.bitcoin.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.payment.Proposal.CannotAfford;
import org.bulbil.bitcoin.payment.Proposal.Draft;
import org.bulbil.bitcoin.payment.Proposal.TooExpensive;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The payee gets the exact amount, nobody pays more fee than allowed, and no dust is made. */
class PaymentsTest {

  private static final FeeRate FIVE = FeeRate.ofSatPerVb(5);
  private static final FeePolicy GENEROUS =
      new FeePolicy(3, FeeRate.RELAY_FLOOR, FeeRate.ofSatPerVb(500), 100);

  private final Account account = Account.of(Words.draw(new Random(1)), Network.REGTEST);
  private final Payments payments = new Payments(account.address(Branch.CHANGE));
  private final Address shop =
      Account.of(Words.draw(new Random(2)), Network.REGTEST).address(Branch.RECEIVE);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 300})
  void sizesAreThoseOfSignedTransactionsAtMostOneByteAnInputTooLarge(int inputs) {
    var coins = LongStream.range(0, inputs).mapToObj(i -> coin((int) i, 10_000)).toList();
    for (var amount :
        List.of(Sats.of(10_000L * inputs - 200L * inputs - 400), Sats.of(9_000L * inputs))) {
      var draft = (Draft) payments.pay(coins, shop, amount, FeeRate.ofSatPerVb(1), GENEROUS);
      var signed =
          account.sign(
              draft.unsigned(),
              draft.inputs().stream()
                  .map(coin -> new Account.Spending(coin.branch(), coin.value()))
                  .toList());
      long vbytes = Math.ceilDiv(signed.weight(), 4);
      assertThat(draft.fee().value()).isGreaterThanOrEqualTo(vbytes);
      if (draft.change().isPositive()) {
        assertThat(draft.fee().value()).isLessThanOrEqualTo(vbytes + inputs);
      }
    }
  }

  @Test
  void coinsThatFitNeedNoChange() {
    var coins = List.of(coin(1, 100_000), coin(2, 30_000), coin(3, 21_200));
    var draft = (Draft) payments.pay(coins, shop, Sats.of(50_000), FIVE, GENEROUS);
    assertThat(draft.inputs()).containsExactlyInAnyOrder(coins.get(1), coins.get(2));
    assertThat(draft.change()).isEqualTo(Sats.ZERO);
    assertThat(draft.fee()).isEqualTo(Sats.of(1_200));
    assertThat(draft.unsigned().txOut).hasSize(1);
  }

  @Test
  void elseTheLargestPayAndTheRestComesBack() {
    var coins = List.of(coin(1, 100_000), coin(2, 5_000), coin(3, 3_000));
    var draft = (Draft) payments.pay(coins, shop, Sats.of(50_000), FIVE, GENEROUS);
    assertThat(draft.inputs()).containsExactly(coins.getFirst());
    assertThat(draft.change()).isEqualTo(Sats.of(50_000 - 5 * 141));
  }

  @Test
  void changeThatIsNotWorthItsCostGoesToTheFee() {
    var coins = List.of(coin(1, 50_000 + 110 * 5 + 300));
    var draft = (Draft) payments.pay(coins, shop, Sats.of(50_000), FIVE, GENEROUS);
    assertThat(draft.change()).isEqualTo(Sats.ZERO);
    assertThat(draft.fee()).isEqualTo(Sats.of(850));
  }

  @Test
  void coinsThatCostMoreThanTheyBringAreLeftAlone() {
    var coins = List.of(coin(1, 50_500), coin(2, 340), coin(3, 339));
    assertThat(payments.pay(coins, shop, Sats.of(50_000), FIVE, GENEROUS))
        .isEqualTo(new CannotAfford(Sats.of(50)));
  }

  @Test
  void aFeeAboveTheShareIsRefusedWithBothNumbers() {
    var tight = new FeePolicy(3, FeeRate.RELAY_FLOOR, FeeRate.ofSatPerVb(500), 10);
    assertThat(payments.pay(List.of(coin(1, 100_000)), shop, Sats.of(2_000), FIVE, tight))
        .isEqualTo(new TooExpensive(Sats.of(705), Sats.of(200)));
  }

  @Test
  void theRateStaysBetweenFloorAndCapWhateverServersSay() {
    var policy = new FeePolicy(3, FeeRate.ofSatPerVb(1), FeeRate.ofSatPerVb(40), 10);
    assertThat(policy.rate(FeeEstimates.flat(FeeRate.ofSatPerVb(9000))))
        .isEqualTo(FeeRate.ofSatPerVb(40));
    assertThat(policy.rate(FeeEstimates.flat(new FeeRate(1)))).isEqualTo(FeeRate.ofSatPerVb(1));
    assertThat(policy.rate(FeeEstimates.of(java.util.Map.of()))).isEqualTo(FeeRate.ofSatPerVb(1));
  }

  /**
   * Found by bench/survive --seed 9458: at 13 sat/vB the change is too little to keep, and all of
   * it together is a rate of 21.
   */
  @Test
  void aHigherBidThatDropsItsChangeStaysWithinTheRateCap() {
    var coins = List.of(coin(1, 9_000));
    var cap = FeeRate.ofSatPerVb(15);
    var dropped =
        payments.replace(
            coins,
            shop,
            Optional.of(Sats.of(6_700)),
            Sats.of(705),
            FeeRate.ofSatPerVb(13),
            cap,
            Sats.of(9_000));
    assertThat(dropped).isEqualTo(new TooExpensive(Sats.of(2_300), cap.feeFor(110)));
  }

  @Test
  void aSweepThatWouldEndAsDustIsNotMade() {
    assertThat(payments.sweep(List.of(coin(1, 800)), shop, FIVE))
        .isEqualTo(new CannotAfford(Sats.of(44)));
  }

  @Test
  void everyInputCanBeReplacedAndNothingIsLocked() {
    var draft = (Draft) payments.pay(List.of(coin(1, 9_000)), shop, Sats.of(5_000), FIVE, GENEROUS);
    assertThat(draft.unsigned().lockTime).isZero();
    assertThat(draft.unsigned().txIn).allMatch(input -> input.sequence == 0xfffffffdL);
  }

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  /** Whatever the purse and the wish: sums hold, caps hold, dust is not made. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyPurseKeepsTheRules(long seed) {
    var dice = new Random(seed);
    var coins = new ArrayList<Coin>();
    for (int i = dice.nextInt(40); i >= 0; i--) {
      coins.add(coin(i, 1 + (long) Math.exp(dice.nextInt(15))));
    }
    var rate = new FeeRate(100 + dice.nextInt(30_000));
    var amount = Sats.of(294 + dice.nextInt(200_000));
    var policy =
        new FeePolicy(3, FeeRate.RELAY_FLOOR, FeeRate.ofSatPerVb(50), 1 + dice.nextInt(50));
    switch (payments.pay(coins, shop, amount, rate, policy)) {
      case Draft draft -> checkDraft(draft, amount, rate, policy);
      case CannotAfford(Sats missing) -> assertThat(missing.isPositive()).isTrue();
      case TooExpensive(Sats fee, Sats cap) -> assertThat(fee).isGreaterThan(cap);
    }
  }

  private static void checkDraft(Draft draft, Sats amount, FeeRate rate, FeePolicy policy) {
    var in = Sats.sum(draft.inputs().stream().map(Coin::value).toList());
    assertThat(draft.amount()).isEqualTo(amount);
    assertThat(in).isEqualTo(amount.plus(draft.fee()).plus(draft.change()));
    assertThat(draft.inputs()).doesNotHaveDuplicates();
    assertThat(draft.fee()).isLessThanOrEqualTo(amount.percent(policy.maxSharePercent()));
    assertThat(draft.fee()).isGreaterThanOrEqualTo(rate.feeFor(41 + 68L * draft.inputs().size()));
    if (draft.change().isPositive()) {
      assertThat(draft.change()).isGreaterThanOrEqualTo(Sats.of(294));
    }
  }

  private static Coin coin(int number, long sats) {
    var id = new TxId("%064x".formatted(number));
    return new Coin(new OutPoint(id, 0), Sats.of(sats), Branch.RECEIVE);
  }
}
