package org.bulbil.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cents add up, and dollars are rounded in the direction that the name says. */
class CentsTest {

  @Test
  void additionAndSubtractionUndoOneAnother() {
    var random = new Random(2);
    for (int i = 0; i < 1000; i++) {
      var a = Cents.of(random.nextLong(1_000_000_000L));
      var b = Cents.of(random.nextLong(1_000_000_000L));
      assertThat(a.plus(b).minus(b)).as("seed 2, round %d", i).isEqualTo(a);
      assertThat(a.minusOrZero(b).plus(b).covers(a)).isTrue();
    }
  }

  @Test
  void wholeDollarsLieAroundTheAmount() {
    assertThat(Cents.of(500).wholeDollarsUp()).isEqualTo(5);
    assertThat(Cents.of(500).wholeDollarsDown()).isEqualTo(5);
    assertThat(Cents.of(501).wholeDollarsUp()).isEqualTo(6);
    assertThat(Cents.of(599).wholeDollarsDown()).isEqualTo(5);
    assertThat(Cents.ZERO.wholeDollarsUp()).isZero();
  }

  @Test
  void daysThatCreditBuysAreNeverMoreThanItPaysFor() {
    var rent = Cents.of(38);
    assertThat(Cents.dollars(5).dividedBy(rent)).isEqualTo(13);
    assertThat(Cents.dollars(5).covers(rent.times(13))).isTrue();
    assertThat(Cents.dollars(5).covers(rent.times(14))).isFalse();
    assertThatThrownBy(() -> Cents.dollars(5).dividedBy(Cents.ZERO))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void thereAreLimits() {
    assertThatThrownBy(() -> Cents.of(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Cents.of(1).minus(Cents.of(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Cents.of(1_000_000_000_001L))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Cents.dollars(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void printsAsPeopleWriteIt() {
    assertThat(Cents.of(1234)).hasToString("$12.34");
    assertThat(Cents.of(5)).hasToString("$0.05");
  }
}
