package org.bulbil.sandbox.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bulbil.sandbox.chain.Workbench.REPLACEABLE;
import static org.bulbil.sandbox.chain.Workbench.coin;
import static org.bulbil.sandbox.chain.Workbench.output;
import static org.bulbil.sandbox.chain.Workbench.unsigned;

import java.time.Duration;
import org.bulbil.sandbox.chain.rules.Coin;
import org.junit.jupiter.api.Test;

/** A transaction waits for its locktimes, absolute and relative, by height and by clock. */
class LocktimeRulesTest {

  private static final long COIN = Workbench.COINBASE;

  private final Workbench bench = new Workbench();

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
}
