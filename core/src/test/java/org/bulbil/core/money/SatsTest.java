package org.bulbil.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Satoshis add up, never wrap and never go below zero. */
class SatsTest {

  private static final Sats ALL = new Sats(Sats.SUPPLY_MAX);

  @ParameterizedTest
  @ValueSource(longs = {-1, Sats.SUPPLY_MAX + 1, Long.MIN_VALUE, Long.MAX_VALUE})
  void thereIsNoSuchAmount(long value) {
    assertThatThrownBy(() -> new Sats(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void additionAndSubtractionUndoOneAnother() {
    var random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      var a = new Sats(random.nextLong(Sats.SUPPLY_MAX / 2));
      var b = new Sats(random.nextLong(Sats.SUPPLY_MAX / 2));
      assertThat(a.plus(b).minus(b)).as("seed 1, round %d", i).isEqualTo(a);
      assertThat(a.plus(b)).isEqualTo(b.plus(a)).isEqualTo(Sats.sum(List.of(a, b)));
      assertThat(a.minusOrZero(b).plus(Sats.min(a, b))).isEqualTo(a);
      assertThat(Sats.min(a, b).plus(Sats.max(a, b))).isEqualTo(a.plus(b));
      assertThat(a.covers(b)).isEqualTo(a.compareTo(b) >= 0);
    }
  }

  @Test
  void moreThanThereIsCannotBeHadNorSpent() {
    assertThatThrownBy(() -> ALL.plus(Sats.of(1))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ALL.times(2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ALL.times(Integer.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Sats.of(1).times(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sats.of(1).minus(Sats.of(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Sats.of(1).minusOrZero(Sats.of(2))).isEqualTo(Sats.ZERO);
    assertThat(Sats.sum(List.of())).isEqualTo(Sats.ZERO);
  }

  @Test
  void aShareIsRoundedDown() {
    assertThat(Sats.of(199).percent(1)).isEqualTo(Sats.of(1));
    assertThat(Sats.of(99).percent(1)).isEqualTo(Sats.ZERO);
    assertThat(ALL.percent(100)).isEqualTo(ALL);
    assertThat(ALL.percent(0).isZero()).isTrue();
    assertThatThrownBy(() -> ALL.percent(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void printsItsUnit() {
    assertThat(Sats.of(21)).hasToString("21 sat");
  }
}
