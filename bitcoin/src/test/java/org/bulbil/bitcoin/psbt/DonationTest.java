package org.bulbil.bitcoin.psbt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxOut;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.Payout;
import org.bulbil.bitcoin.Payouts;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.selection.Spending;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is given to a donor to sign pays everybody exactly, and loses nothing of his own. */
class DonationTest {

  private static final FeeRate RATE = FeeRate.ofSatPerVb(3);

  private static Payouts payouts(int count, Random random) {
    return new Payouts(
        IntStream.range(0, count)
            .mapToObj(_ -> new Payout(stranger(random), Sats.of(330 + random.nextInt(9_000))))
            .toList());
  }

  private static Address stranger(Random random) {
    var program = new byte[20];
    random.nextBytes(program);
    return Address.of(
        LockingScript.of(fr.acinq.bitcoin.Script.write(fr.acinq.bitcoin.Script.pay2wpkh(program))),
        Network.REGTEST);
  }

  private static List<DonorCoin> coins(Donor donor, long... amounts) {
    var coins = new ArrayList<DonorCoin>();
    for (int i = 0; i < amounts.length; i++) {
      var place = donor.descriptor().at(Descriptor.RECEIVE, i);
      var output = new TxOut(new Satoshi(amounts[i]), place.script().bytes());
      var previous = new Transaction(2, List.of(Donor.anything()), List.of(output), i);
      coins.add(DonorCoin.of(previous, 0, place));
    }
    return coins;
  }

  private static UnsignedPayment done(Outcome<UnsignedPayment> outcome) {
    return outcome.answer().orElseThrow(() -> new AssertionError(outcome.summary()));
  }

  private static PsbtParts parts(UnsignedPayment payment) {
    var read = PsbtText.read(payment.bytes()).answer().orElseThrow();
    return new PsbtParts(read, payment);
  }

  private record PsbtParts(fr.acinq.bitcoin.psbt.Psbt psbt, UnsignedPayment payment) {}

  /** Every kind of coin, signed by the paths in the PSBT alone, passes the consensus rules. */
  @ParameterizedTest
  @EnumSource(Spending.class)
  void aSignerNeedsNothingButThePsbt(Spending spending) {
    var donor = new Donor(7, spending);
    var wanted = payouts(5, new Random(1));
    var payment =
        done(
            new Donation(wanted, donor.change(3), RATE)
                .from(coins(donor, 20_000, 30_000, 9_000, 400_000)));
    var read = parts(payment).psbt();
    var signed = donor.sign(read);
    assertThat(Comparison.of(wanted, signed).isExact()).isTrue();
    assertThat((long) Math.ceilDiv(signed.weight(), 4))
        .isBetween(payment.vbytes() - 2L * payment.coins().size(), payment.vbytes());
    assertConserved(payment, wanted);
    var last = LockingScript.of(read.global.tx.txOut.getLast().publicKeyScript);
    assertThat(last.equals(donor.change(3).address().lockingScript()))
        .isEqualTo(payment.change().isPositive());
  }

  private static void assertConserved(UnsignedPayment payment, Payouts wanted) {
    var in = Sats.sum(payment.coins().stream().map(DonorCoin::value).toList());
    assertThat(in).isEqualTo(wanted.total().plus(payment.fee()).plus(payment.change()));
    assertThat(payment.fee().value()).isGreaterThanOrEqualTo(RATE.feeFor(payment.vbytes()).value());
  }

  @Test
  void bothFormsOfAFileAreRead() {
    var donor = new Donor(2, Spending.WPKH);
    var payment =
        done(
            new Donation(payouts(2, new Random(2)), donor.change(0), RATE)
                .from(coins(donor, 90_000)));
    var base64 = payment.base64();
    var wrapped = base64.replaceAll("(.{64})", "$1\n") + "\n";
    for (var file : List.of(payment.bytes(), wrapped.getBytes(StandardCharsets.UTF_8))) {
      assertThat(PsbtText.read(file).answer().map(PsbtText::bytes)).contains(payment.bytes());
    }
    var cut = base64.substring(0, 80).getBytes(StandardCharsets.UTF_8);
    assertThat(PsbtText.read(cut).summary()).contains("no PSBT");
    assertThat(PsbtText.read("hello".getBytes(StandardCharsets.UTF_8)).summary())
        .contains("no PSBT");
    assertThat(PsbtText.read(new byte[0]).summary()).contains("no PSBT");
  }

  /** Over many draws: nothing is lost, no change is dust, and what does not reach is said so. */
  @Test
  void satoshisAreConservedWhateverTheCoins() {
    long seed = 20261123;
    var random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      var kinds = List.of(Spending.values());
      var spending = kinds.get(random.nextInt(kinds.size()));
      var donor = new Donor(round, spending);
      var wanted = payouts(1 + random.nextInt(40), random);
      long[] amounts =
          random.longs(1 + random.nextInt(12), 1, 2 * wanted.total().value()).toArray();
      var outcome = new Donation(wanted, donor.change(0), RATE).from(coins(donor, amounts));
      switch (outcome) {
        case Outcome.Done<UnsignedPayment>(UnsignedPayment payment) -> {
          assertConserved(payment, wanted);
          assertThat(payment.change().value())
              .as("seed %d round %d", seed, round)
              .matches(change -> change == 0 || change >= spending.cost(RATE).value());
          assertThat(payment.change().isZero() || payment.change().value() >= 294).isTrue();
          assertThat(Comparison.of(wanted, payment.transaction()).isExact()).isTrue();
        }
        case Outcome.Refused<UnsignedPayment>(String why, _) ->
            assertThat(why).contains("do not reach", "are missing");
        case Outcome.Unknown<UnsignedPayment> unknown -> throw new AssertionError(unknown);
      }
    }
  }

  @Test
  void oneThousandOutputsFitAndFiveThousandDoNot() {
    var donor = new Donor(3, Spending.WPKH);
    var coins = coins(donor, 100_000_000);
    var payment =
        done(new Donation(payouts(1_000, new Random(3)), donor.change(0), RATE).from(coins));
    assertThat(payment.transaction().txOut).hasSize(1_001);
    var outcome = new Donation(payouts(5_000, new Random(3)), donor.change(0), RATE).from(coins);
    assertThat(outcome.summary()).contains("5000 outputs", "pay a part");
  }

  @Test
  void oneCoinIsSpentOnceThoughItIsNamedTwice() {
    var donor = new Donor(4, Spending.WPKH);
    var coin = coins(donor, 50_000).getFirst();
    var wanted = new Payouts(List.of(new Payout(stranger(new Random(4)), Sats.of(70_000))));
    assertThat(new Donation(wanted, donor.change(0), RATE).from(List.of(coin, coin)).summary())
        .contains("do not reach");
  }

  @Test
  void changeGoesToNoPayeeAndToNoOtherNetwork() {
    var wanted = payouts(2, new Random(5));
    var payee = ChangeTo.of(wanted.all().getFirst().address());
    assertThatThrownBy(() -> new Donation(wanted, payee, RATE))
        .hasMessageContaining("is paid already");
    var main = ChangeTo.of(Address.parse("1LqBGSKuX5yYUonjxT5qGfpUsXKYYWeabA", Network.MAINNET));
    assertThatThrownBy(() -> new Donation(wanted, main, RATE))
        .hasMessageContaining("another network");
  }

  @Test
  void aCoinThatLiesAboutItsTransactionIsRefused() {
    var donor = new Donor(6, Spending.PKH);
    var coin = coins(donor, 50_000).getFirst();
    assertThatThrownBy(
            () ->
                DonorCoin.of(
                    coin.point(),
                    Sats.of(60_000),
                    coin.script(),
                    coin.previous(),
                    Optional.empty()))
        .hasMessageContaining("another amount");
    assertThatThrownBy(
            () ->
                DonorCoin.of(
                    coin.point(), coin.value(), coin.script(), Optional.empty(), Optional.empty()))
        .hasMessageContaining("whole previous transaction");
    var other = new OutPoint(new TxId("22".repeat(32)), 0);
    assertThatThrownBy(
            () ->
                DonorCoin.of(other, coin.value(), coin.script(), coin.previous(), Optional.empty()))
        .hasMessageContaining("has no output");
  }

  @Test
  void aPaymentThatDiffersIsTakenApart() {
    var wanted = payouts(8, new Random(9));
    var all = new ArrayList<>(wanted.all());
    var dropped = all.removeFirst();
    var changed = all.removeFirst();
    all.add(new Payout(changed.address(), changed.amount().plus(Sats.of(1))));
    all.add(new Payout(stranger(new Random(77)), Sats.of(5_000)));
    all.add(new Payout(stranger(new Random(78)), Sats.of(6_000)));
    var outputs =
        all.stream()
            .map(
                it ->
                    new TxOut(
                        new Satoshi(it.amount().value()), it.address().lockingScript().bytes()))
            .toList();
    var comparison =
        Comparison.of(wanted, new Transaction(2, List.of(Donor.anything()), outputs, 0));
    assertThat(comparison.isExact()).isFalse();
    assertThat(comparison.missing()).containsExactly(dropped);
    assertThat(comparison.different()).hasSize(1);
    assertThat(comparison.others()).hasSize(2);
    assertThat(String.join("\n", comparison.faults()))
        .contains(
            dropped.address() + " gets nothing",
            changed.address() + " gets " + changed.amount().plus(Sats.of(1)),
            "5000 sat goes to");
    assertThat(new HashSet<>(comparison.faults())).hasSize(4);
  }
}
