package org.bulbil.sandbox.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bulbil.sandbox.chain.Workbench.REPLACEABLE;
import static org.bulbil.sandbox.chain.Workbench.coin;
import static org.bulbil.sandbox.chain.Workbench.output;
import static org.bulbil.sandbox.chain.Workbench.unsigned;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.ScriptWitness;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxId;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bulbil.core.money.FeeRate;
import org.bulbil.sandbox.chain.rules.Coin;
import org.junit.jupiter.api.Test;

/** Each rule of the mempool refuses what breaks it, under the name that Bitcoin Core gives it. */
class MempoolRulesTest {

  private static final long COIN = Workbench.COINBASE;

  private final Workbench bench = new Workbench();

  @Test
  void aGoodPaymentIsAcceptedOnceAndMined() {
    var payment = bench.spend(bench.coin(0), 500);
    assertThat(bench.chain.submit(payment)).isEqualTo(new Submission.Accepted(payment.txid));
    assertThat(bench.chain.submit(payment)).isEqualTo(new Submission.AlreadyKnown(payment.txid));
    bench.mine(1);
    assertThat(bench.chain.tip().block().tx).contains(payment);
    assertThat(bench.chain.submit(payment)).isInstanceOf(Submission.AlreadyKnown.class);
  }

  @Test
  void aTaprootCoinIsSpentByItsKeyAndByNoOtherSignature() {
    bench.accept(bench.spend(bench.coin(0), output(COIN - 500, bench.taproot)));
    var coin = bench.coins(bench.taproot).getFirst();
    var good = bench.spend(coin, 500);
    var witness = good.txIn.getFirst().witness.stack.getFirst();
    var bad = good.updateWitness(0, new ScriptWitness(List.of(flip(witness, 40))));
    assertThat(bench.refusal(bad)).startsWith("mandatory-script-verify-flag-failed");
    bench.accept(good);
  }

  @Test
  void aSpoiltSignatureIsRefused() {
    var good = bench.spend(bench.coin(0), 500);
    var stack = new ArrayList<>(good.txIn.getFirst().witness.stack);
    stack.set(0, flip(stack.get(0), 20));
    var bad = good.updateWitness(0, new ScriptWitness(stack));
    assertThat(bench.refusal(bad)).startsWith("mandatory-script-verify-flag-failed");
  }

  @Test
  void anotherKeyOpensNothing() {
    var coin = bench.coin(0);
    var thief = Workbench.key(7);
    var unsigned = unsigned(coin, REPLACEABLE, 0, output(COIN - 500, bench.home));
    var foreign =
        unsigned.updateWitness(
            0,
            Script.witnessPay2wpkh(
                thief.publicKey(),
                bench.spend(coin, 500).txIn.getFirst().witness.stack.getFirst()));
    assertThat(bench.refusal(foreign)).startsWith("mandatory-script-verify-flag-failed");
  }

  @Test
  void anOutputChangedAfterSigningIsRefused() {
    var good = bench.spend(bench.coin(0), 500);
    var changed = good.updateOutputs(List.of(output(COIN - 501, bench.home)));
    assertThat(bench.refusal(changed)).startsWith("mandatory-script-verify-flag-failed");
  }

  @Test
  void aCoinbaseIsNotSpentBeforeItsHundredthBlock() {
    var tooYoung = bench.coin(10);
    var oldEnough = bench.coin(9);
    assertThat(bench.refusal(bench.spend(tooYoung, 500)))
        .startsWith("bad-txns-premature-spend-of-coinbase");
    bench.accept(bench.spend(oldEnough, 500));
    bench.mine(1);
    bench.accept(bench.spend(tooYoung, 500));
  }

  @Test
  void moneyIsNotMadeFromNothing() {
    assertThat(bench.refusal(bench.spend(bench.coin(0), -1))).startsWith("bad-txns-in-belowout");
  }

  @Test
  void amountsOutOfRangeAreRefused() {
    var coin = bench.coin(0);
    assertThat(bench.refusal(bench.spend(coin, output(-1, bench.home))))
        .startsWith("bad-txns-vout-negative");
    assertThat(bench.refusal(bench.spend(coin, output(2_100_000_000_000_001L, bench.home))))
        .startsWith("bad-txns-vout-toolarge");
    var half = output(2_000_000_000_000_000L, bench.home);
    assertThat(bench.refusal(bench.spend(coin, half, half)))
        .startsWith("bad-txns-txouttotal-toolarge");
  }

  @Test
  void aTransactionOfNothingIsRefused() {
    var noOutputs = new Transaction(2, bench.spend(bench.coin(0), 500).txIn, List.of(), 0);
    assertThat(bench.refusal(noOutputs)).isEqualTo("bad-txns-vout-empty");
    var noInputs = new Transaction(2, List.of(), List.of(output(1000, bench.home)), 0);
    assertThat(bench.refusal(noInputs)).isEqualTo("bad-txns-vin-empty");
  }

  @Test
  void oneCoinIsNotSpentByTwoInputs() {
    var input = new TxIn(bench.coin(0).outPoint(), REPLACEABLE);
    var twice =
        new Transaction(2, List.of(input, input), List.of(output(2 * COIN - 500, bench.home)), 0);
    assertThat(bench.refusal(twice)).isEqualTo("bad-txns-inputs-duplicate");
  }

  @Test
  void aCoinbaseStaysOutOfTheMempool() {
    assertThat(
            bench.refusal(
                bench
                    .chain
                    .tip()
                    .block()
                    .tx
                    .getFirst()
                    .updateOutputs(List.of(output(5, bench.home)))))
        .startsWith("coinbase");
  }

  @Test
  void aCoinThatIsNotThereIsNotSpent() {
    var spent = bench.coin(0);
    bench.accept(bench.spend(spent, 500));
    bench.mine(1);
    assertThat(bench.refusal(bench.spend(spent, 600))).isEqualTo("bad-txns-inputs-missingorspent");
  }

  @Test
  void aLocktimeByHeightIsWaitedFor() {
    var coin = bench.coin(0);
    int next = Workbench.PREMINED + 1;
    var later = bench.sign(unsigned(coin, REPLACEABLE, next, output(COIN - 500, bench.home)), coin);
    assertThat(bench.refusal(later)).isEqualTo("bad-txns-nonfinal");
    bench.mine(1);
    bench.accept(later);
  }

  @Test
  void aLocktimeByClockIsMeasuredInMedianTime() {
    var coin = bench.coin(0);
    long median = bench.chain.tip().medianTimePast();
    assertThat(median).isLessThan(bench.time.now().getEpochSecond());
    var later =
        bench.sign(unsigned(coin, REPLACEABLE, median, output(COIN - 500, bench.home)), coin);
    assertThat(bench.refusal(later)).isEqualTo("bad-txns-nonfinal");
    bench.accept(
        bench.sign(unsigned(coin, REPLACEABLE, median - 1, output(COIN - 500, bench.home)), coin));
  }

  @Test
  void aLocktimeOfFinalInputsIsIgnored() {
    var coin = bench.coin(0);
    bench.accept(
        bench.sign(unsigned(coin, 0xffffffffL, 1_000, output(COIN - 500, bench.home)), coin));
  }

  @Test
  void aRelativeLocktimeInBlocksIsWaitedFor() {
    bench.accept(bench.spend(bench.coin(0), output(COIN - 500, bench.home)));
    bench.mine(1);
    var young = payment();
    var relative = bench.sign(unsigned(young, 2, 0, output(COIN - 1500, bench.home)), young);
    assertThat(bench.refusal(relative)).isEqualTo("non-BIP68-final");
    bench.mine(1);
    bench.accept(relative);
  }

  @Test
  void aRelativeLocktimeInTimeIsWaitedFor() {
    bench.accept(bench.spend(bench.coin(0), output(COIN - 500, bench.home)));
    bench.mine(1);
    var young = payment();
    long twoHours = (1L << 22) | 14;
    var relative = bench.sign(unsigned(young, twoHours, 0, output(COIN - 1500, bench.home)), young);
    assertThat(bench.refusal(relative)).isEqualTo("non-BIP68-final");
    bench.time.pause(Duration.ofHours(3));
    bench.mine(6);
    bench.accept(relative);
  }

  /** The one coin that is not a coinbase. */
  private Coin payment() {
    return bench.coins().stream()
        .filter(it -> it.source() == Coin.Source.PAYMENT)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void dustIsRefusedToTheSatoshi() {
    var coin = bench.coin(0);
    assertThat(
            bench.refusal(
                bench.spend(coin, output(293, bench.home), output(COIN - 1000, bench.home))))
        .isEqualTo("dust, 293 < 294");
    assertThat(
            bench.refusal(
                bench.spend(coin, output(329, bench.taproot), output(COIN - 1000, bench.home))))
        .isEqualTo("dust, 329 < 330");
    bench.accept(bench.spend(coin, output(294, bench.home), output(COIN - 1000, bench.home)));
  }

  @Test
  void aFeeBelowTheFloorIsRefused() {
    assertThat(bench.refusal(bench.spend(bench.coin(0), 10)))
        .isEqualTo("min relay fee not met, 10 < 11");
    bench.accept(bench.spend(bench.coin(0), 11));
  }

  @Test
  void aRisingFloorThrowsOutWhatPaysLess() {
    var cheap = bench.spend(bench.coin(0), 200);
    var child = bench.spend(coin(cheap, 0), 100_000);
    var dear = bench.spend(bench.coin(1), 2000);
    List.of(cheap, child, dear).forEach(bench::accept);
    bench.chain.changeFeeFloor(FeeRate.ofSatPerVb(5));
    assertThat(bench.mempool()).containsExactly(dear.txid);
    assertThat(bench.refusal(cheap)).startsWith("min relay fee not met, 200 < 5");
  }

  @Test
  void anOutputThatNobodyKnowsHowToSpendIsNotRelayed() {
    assertThat(
            bench.refusal(
                bench.spend(
                    bench.coin(0), output(COIN - 500, ByteVector.fromHex("61".repeat(30) + "51")))))
        .startsWith("scriptpubkey");
  }

  @Test
  void anUnknownVersionIsNotRelayed() {
    var coin = bench.coin(0);
    var unsigned = unsigned(coin, REPLACEABLE, 0, output(COIN - 500, bench.home));
    var future = new Transaction(4, unsigned.txIn, unsigned.txOut, 0);
    assertThat(bench.refusal(bench.sign(future, coin))).isEqualTo("version");
  }

  @Test
  void aTransactionOfATenthOfABlockIsNotRelayed() {
    var outputs = Collections.nCopies(3300, output(1000, bench.home));
    var big = bench.spend(bench.coin(0), outputs.toArray(TxOut[]::new));
    assertThat(bench.refusal(big)).isEqualTo("tx-size");
  }

  @Test
  void aReplacementPaysForWhatItReplacesAndForItself() {
    var contested = bench.coin(0);
    var first = bench.spend(contested, 1000);
    var child = bench.spend(coin(first, 0), 3000);
    List.of(first, child).forEach(bench::accept);
    assertThat(bench.refusal(bench.spend(contested, 4010))).startsWith("insufficient fee");
    var replacement = bench.spend(contested, 4011);
    bench.accept(replacement);
    assertThat(bench.mempool()).containsExactly(replacement.txid);
  }

  @Test
  void aReplacementPaysAHigherRateThanEachRival() {
    var contested = bench.coin(0);
    var rival = bench.spend(contested, 2000);
    bench.accept(rival);
    var outputs = new ArrayList<>(Collections.nCopies(30, output(1000, bench.home)));
    outputs.add(output(COIN - 30_000 - 5000, bench.home));
    var largeAndCheap = bench.spend(contested, outputs.toArray(TxOut[]::new));
    assertThat(bench.refusal(largeAndCheap)).contains("rate does not exceed");
  }

  @Test
  void aReplacementBringsNoUnconfirmedCoinWithIt() {
    var contested = bench.coin(0);
    var rival = bench.spend(contested, 1000);
    var parent = bench.spend(bench.coin(1), 1000);
    List.of(rival, parent).forEach(bench::accept);
    assertThat(bench.refusal(join(contested, coin(parent, 0), 50_000)))
        .startsWith("replacement-adds-unconfirmed");
  }

  @Test
  void aReplacementDoesNotSpendWhatItReplaces() {
    var contested = bench.coin(0);
    var rival = bench.spend(contested, 1000);
    bench.accept(rival);
    assertThat(bench.refusal(join(contested, coin(rival, 0), 50_000)))
        .startsWith("bad-txns-spends-conflicting-tx");
  }

  private Transaction join(Coin a, Coin b, long fee) {
    long total = a.amount().value() + b.amount().value();
    var unsigned =
        new Transaction(
            2,
            List.of(new TxIn(a.outPoint(), REPLACEABLE), new TxIn(b.outPoint(), REPLACEABLE)),
            List.of(output(total - fee, bench.home)),
            0);
    return bench.sign(unsigned, a, b);
  }

  @Test
  void aChainOfUnconfirmedTransactionsEndsAtTwentyFive() {
    var last = bench.spend(bench.coin(0), 500);
    bench.accept(last);
    for (int i = 1; i < 25; i++) {
      last = bench.spend(coin(last, 0), 500);
      bench.accept(last);
    }
    assertThat(bench.refusal(bench.spend(coin(last, 0), 500))).startsWith("too-long-mempool-chain");
    bench.mine(1);
    bench.accept(bench.spend(coin(last, 0), 500));
  }

  @Test
  void oneParentHasAtMostTwentyFourDescendants() {
    var outputs = IntStream.range(0, 25).mapToObj(_ -> output(100_000, bench.home)).toList();
    var parent = bench.spend(bench.coin(0), outputs.toArray(TxOut[]::new));
    bench.accept(parent);
    IntStream.range(0, 24).forEach(i -> bench.accept(bench.spend(coin(parent, i), 500)));
    assertThat(bench.refusal(bench.spend(coin(parent, 24), 500)))
        .startsWith("too-long-mempool-chain");
  }

  @Test
  void aMissingParentIsNamedAsAMissingCoin() {
    var nowhere = new OutPoint(new TxId("11".repeat(32)), 0);
    var orphan =
        new Transaction(
            2, List.of(new TxIn(nowhere, REPLACEABLE)), List.of(output(9, bench.home)), 0);
    assertThat(bench.refusal(orphan)).isEqualTo("bad-txns-inputs-missingorspent");
  }

  @Test
  void aTransactionOfHardlyAnythingIsNotRelayed() {
    assertThat(bench.refusal(bench.spend(bench.coin(0), output(0, ByteVector.fromHex("6a")))))
        .isEqualTo("tx-size-small");
  }

  @Test
  void aSignatureScriptIsShortAndOnlyPushes() {
    assertThat(bench.refusal(withSignatureScript("76"))).isEqualTo("scriptsig-not-pushonly");
    assertThat(bench.refusal(withSignatureScript("00".repeat(1651)))).startsWith("scriptsig-size");
  }

  private Transaction withSignatureScript(String hex) {
    return bench
        .spend(bench.coin(0), 500)
        .updateSigScript(0, ByteVector.fromHex(hex).toByteArray());
  }

  @Test
  void aPaymentHasNoInputOfACoinbase() {
    var good = bench.spend(bench.coin(0), 500);
    var nothing = new OutPoint(new TxId("00".repeat(32)), 0xffffffffL);
    assertThat(bench.refusal(good.addInput(new TxIn(nothing, REPLACEABLE))))
        .isEqualTo("bad-txns-prevout-null");
  }

  @Test
  void aCoinThatNobodyKnowsHowToSpendIsNotSpent() {
    var odd =
        bench.spend(bench.coin(0), output(COIN - 500, ByteVector.fromHex("61".repeat(30) + "51")));
    var draft = new BlockDraft(bench);
    draft.payments.add(odd);
    assertThat(bench.chain.submit(draft.build())).isEmpty();
    var spending = unsigned(coin(odd, 0), REPLACEABLE, 0, output(COIN - 9000, bench.home));
    assertThat(bench.refusal(spending)).isEqualTo("bad-txns-nonstandard-inputs");
  }

  @Test
  void oneReplacementDoesNotFellAHundred() {
    var contested = bench.coins().subList(0, 5);
    contested.forEach(this::acceptWithTwentyChildren);
    var inputs = contested.stream().map(it -> new TxIn(it.outPoint(), REPLACEABLE)).toList();
    var all = new Transaction(2, inputs, List.of(output(COIN, bench.home)), 0);
    assertThat(bench.refusal(bench.sign(all, contested.toArray(Coin[]::new))))
        .isEqualTo("too many potential replacements");
  }

  private void acceptWithTwentyChildren(Coin coin) {
    var outputs = Collections.nCopies(20, output(100_000, bench.home));
    var parent = bench.spend(coin, outputs.toArray(TxOut[]::new));
    bench.accept(parent);
    IntStream.range(0, 20).forEach(i -> bench.accept(bench.spend(coin(parent, i), 500)));
  }

  private static ByteVector flip(ByteVector bytes, int at) {
    return bytes.update(at, (byte) (bytes.get(at) ^ 1));
  }
}
