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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whatever breaks a rule of consensus stays out of the mempool, under the name that Bitcoin Core
 * gives it.
 */
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
  void aMissingParentIsNamedAsAMissingCoin() {
    var nowhere = new OutPoint(new TxId("11".repeat(32)), 0);
    var orphan =
        new Transaction(
            2, List.of(new TxIn(nowhere, REPLACEABLE)), List.of(output(9, bench.home)), 0);
    assertThat(bench.refusal(orphan)).isEqualTo("bad-txns-inputs-missingorspent");
  }

  @Test
  void aPaymentHasNoInputOfACoinbase() {
    var good = bench.spend(bench.coin(0), 500);
    var nothing = new OutPoint(new TxId("00".repeat(32)), 0xffffffffL);
    assertThat(bench.refusal(good.addInput(new TxIn(nothing, REPLACEABLE))))
        .isEqualTo("bad-txns-prevout-null");
  }

  private static ByteVector flip(ByteVector bytes, int at) {
    return bytes.update(at, (byte) (bytes.get(at) ^ 1));
  }
}
