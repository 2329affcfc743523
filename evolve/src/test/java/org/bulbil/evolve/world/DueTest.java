package org.bulbil.evolve.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueTest {

  private static final int DAYS = 300;

  private static World lived(Asking asking, Course.Purses purses, Climate climate, long seed) {
    try (var crew = new Crew(1)) {
      var course = Course.of(seed).with(asking).with(purses);
      var world = World.ofBulbils(Scenarios.ofSize(300, 1.5), climate, course, crew);
      world.run(DAYS);
      return world;
    }
  }

  @ParameterizedTest
  @EnumSource(Course.Purses.class)
  void whoIsNotDueWouldHaveRested(Course.Purses purses) {
    // Aim: asking only the due gives the very history that asking everybody every day gives.
    long seed = Worlds.seed(21);
    var steady = Climate.steady(Rate.ofDollars(30_000), FeeRate.ofSatPerVb(5));
    var due = lived(Asking.DUE_WITHOUT_PAUSE, purses, steady, seed);
    var all = lived(Asking.EVERYBODY, purses, steady, seed);
    assertThat(due.hash()).isEqualTo(all.hash());
    assertThat(due.books()).isEqualTo(all.books());
    assertThat(asked(all)).isGreaterThan(asked(due) * 3 / 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {22, 23})
  void whoeverIsDueWhilePricesMoveIsAskedInTime(long usual) {
    // Aim: the same where fees and prices are others every day, so that money's worth changes.
    long seed = Worlds.seed(usual);
    Climate moving =
        day -> {
          var fee = new FeeRate(1000 + (day * 7919L) % 20_000);
          var rate = Rate.ofDollars(20_000 + (day * 104_729L) % 30_000);
          return new Conditions(rate, fee, new FeeRate(3000), new FeeRate(8000));
        };
    var due = lived(Asking.DUE_WITHOUT_PAUSE, Course.Purses.FULL, moving, seed);
    var all = lived(Asking.EVERYBODY, Course.Purses.FULL, moving, seed);
    assertThat(due.hash()).isEqualTo(all.hash());
  }

  @Test
  void pausesChangeLittle() {
    // Aim: what pauses save in asking does not change a world's figures: a purchase two days late,
    // a birth six.
    long seed = Worlds.seed(24);
    var steady = Climate.steady(Rate.ofDollars(30_000), FeeRate.ofSatPerVb(5));
    var due = lived(Asking.DUE, Course.Purses.FULL, steady, seed);
    var all = lived(Asking.EVERYBODY, Course.Purses.FULL, steady, seed);
    assertThat((double) due.alive()).isCloseTo(all.alive(), within(0.12 * all.alive()));
    assertThat(due.books().efficiency()).isCloseTo(all.books().efficiency(), within(0.02));
  }

  private static long asked(World world) {
    return world.chronicle().days().stream().mapToLong(Chronicle.DayRow::asked).sum();
  }
}
