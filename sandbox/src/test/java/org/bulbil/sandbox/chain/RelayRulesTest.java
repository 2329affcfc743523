package org.bulbil.sandbox.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bulbil.sandbox.chain.Workbench.REPLACEABLE;
import static org.bulbil.sandbox.chain.Workbench.coin;
import static org.bulbil.sandbox.chain.Workbench.output;
import static org.bulbil.sandbox.chain.Workbench.unsigned;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxOut;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bulbil.core.money.FeeRate;
import org.junit.jupiter.api.Test;

/**
 * What consensus allows and nobody relays is refused, under the name that Bitcoin Core gives it.
 */
class RelayRulesTest {

  private static final long COIN = Workbench.COINBASE;

  private final Workbench bench = new Workbench();

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
}
