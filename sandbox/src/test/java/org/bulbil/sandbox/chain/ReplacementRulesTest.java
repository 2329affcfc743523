package org.bulbil.sandbox.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bulbil.sandbox.chain.Workbench.REPLACEABLE;
import static org.bulbil.sandbox.chain.Workbench.coin;
import static org.bulbil.sandbox.chain.Workbench.output;

import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bulbil.sandbox.chain.rules.Coin;
import org.junit.jupiter.api.Test;

/** A transaction replaces a rival only on Bitcoin Core's terms, and is refused under its names. */
class ReplacementRulesTest {

  private static final long COIN = Workbench.COINBASE;

  private final Workbench bench = new Workbench();

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

  @Test
  void oneReplacementDoesNotFellAHundred() {
    var contested = bench.coins().subList(0, 5);
    contested.forEach(this::acceptWithTwentyChildren);
    var inputs = contested.stream().map(it -> new TxIn(it.outPoint(), REPLACEABLE)).toList();
    var all = new Transaction(2, inputs, List.of(output(COIN, bench.home)), 0);
    assertThat(bench.refusal(bench.sign(all, contested.toArray(Coin[]::new))))
        .isEqualTo("too many potential replacements");
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

  private void acceptWithTwentyChildren(Coin coin) {
    var outputs = Collections.nCopies(20, output(100_000, bench.home));
    var parent = bench.spend(coin, outputs.toArray(TxOut[]::new));
    bench.accept(parent);
    IntStream.range(0, 20).forEach(i -> bench.accept(bench.spend(coin(parent, i), 500)));
  }
}
