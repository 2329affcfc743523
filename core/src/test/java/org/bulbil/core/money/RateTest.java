package org.bulbil.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Changing money to and fro never makes any. */
class RateTest {

  @Test
  void whatIsPaidForIsAlwaysPaidInFull() {
    var random = new Random(4);
    for (int i = 0; i < 1000; i++) {
      var rate = new Rate(random.nextLong(1, 1_000_000_000_000L));
      var cents = Cents.of(random.nextLong(1_000_000));
      if (rate.centsPerBitcoin() < 100_000) {
        cents = Cents.of(random.nextLong(100)); // What exists in bitcoin would not buy more.
      }
      var sats = rate.satsFor(cents);
      assertThat(rate.centsFor(sats).covers(cents)).as("seed 4, round %d", i).isTrue();
      if (sats.isPositive()) {
        assertThat(rate.centsFor(sats.minus(Sats.of(1)))).isLessThan(cents);
      }
    }
  }

  @Test
  void aPurseIsNotWorthMoreThanItBuys() {
    var random = new Random(5);
    for (int i = 0; i < 1000; i++) {
      var rate = Rate.ofDollars(random.nextLong(1, 10_000_000));
      var purse = new Sats(random.nextLong(1_000_000_000));
      var back = rate.satsFor(rate.centsFor(purse));
      assertThat(purse.covers(back)).as("seed 5, round %d", i).isTrue();
    }
  }

  @Test
  void anyAmountIsConvertedExactly() {
    // Aim: the short way for usual amounts and the long way for huge ones are one function.
    var random = new Random(6);
    var satsPerBitcoin = BigInteger.valueOf(100_000_000);
    for (int i = 0; i < 1000; i++) {
      var rate = new Rate(random.nextLong(1, 1_000_000_000_000L));
      var sats = new Sats(random.nextLong(Sats.SUPPLY_MAX) >>> random.nextInt(50));
      var exact =
          BigInteger.valueOf(sats.value())
              .multiply(BigInteger.valueOf(rate.centsPerBitcoin()))
              .divide(satsPerBitcoin);
      if (exact.bitLength() < 40 && exact.longValueExact() <= 1_000_000_000_000L) {
        assertThat(rate.centsFor(sats).value())
            .as("seed 6, round %d", i)
            .isEqualTo(exact.longValueExact());
      }
    }
  }

  @Test
  void anInvoiceImpliesAPrice() {
    assertThat(Rate.implied(Cents.dollars(5), Sats.of(5000))).isEqualTo(Rate.ofDollars(100_000));
    assertThat(Rate.ofDollars(100_000).satsFor(Cents.of(38))).isEqualTo(Sats.of(380));
  }

  @Test
  void someInvoicesImplyNone() {
    assertThatThrownBy(() -> Rate.implied(Cents.dollars(5), Sats.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Rate.implied(Cents.ZERO, Sats.of(5000)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Rate.implied(Cents.of(1_000_000_000_000L), Sats.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
