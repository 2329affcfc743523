package org.bulbil.evolve.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.bulbil.evolve.gift.Scenario;
import org.bulbil.evolve.market.Market;
import org.bulbil.evolve.market.Markets;
import org.bulbil.evolve.replay.Conditions;
import org.bulbil.evolve.replay.Ledger;
import org.bulbil.evolve.replay.Life;
import org.bulbil.evolve.replay.Life.End;
import org.bulbil.evolve.replay.Replay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrialTest {

  private static final int SEEDS = 40;

  static List<Scenario> scenarios() {
    return Scenario.ALL;
  }

  static Stream<Arguments> published() {
    return Stream.of(
        Arguments.of(Contender.ORIGINAL, List.of(.799, .763, .699, .649, .524)),
        Arguments.of(Contender.TOKEN30, List.of(.946, .938, .874, .917, .788)),
        Arguments.of(Contender.CLAIRVOYANT365, List.of(.998, .996, .990, .990, .973)));
  }

  @ParameterizedTest
  @MethodSource
  void published(Contender contender, List<Double> figures) {
    // Aim: rivals get what is published of them, so that what we get can be compared with it.
    var market = real();
    for (int i = 0; i < figures.size(); i++) {
      var conditions = contender.customary(Conditions.USUAL);
      var trial = new Trial(contender, Scenario.ALL.get(i), new Replay(market, conditions));
      var eta = trial.run(1, SEEDS, ForkJoinPool.commonPool()).eta();
      assertThat(eta.value())
          .as("%s %s", contender.name(), trial.scenario().name())
          .isCloseTo(figures.get(i), within(.02));
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void nobodyBeatsWhoKnowsTheNextYear(Scenario scenario) {
    // Aim: the bound is one, for every contender and the very same luck.
    var replay = new Replay(real(), Conditions.USUAL);
    var pool = ForkJoinPool.commonPool();
    double bound =
        new Trial(Contender.CLAIRVOYANT365, scenario, replay).run(1, 5, pool).eta().value();
    for (var contender : Contender.ALL) {
      double eta = new Trial(contender, scenario, replay).run(1, 5, pool).eta().value();
      assertThat(eta).as(contender.name()).isLessThanOrEqualTo(bound);
    }
  }

  @Test
  void threadsDoNotMatter() {
    // Aim: 1, 2 and 8 threads find the same, to the satoshi.
    var replay = new Replay(Markets.even(400, 5, 10_000), Conditions.USUAL);
    for (var contender : Contender.ALL) {
      var trial = new Trial(contender, Scenario.SMALL, replay);
      var alone = trial.run(7, 12, new ForkJoinPool(1));
      assertThat(trial.run(7, 12, new ForkJoinPool(2))).isEqualTo(alone);
      assertThat(trial.run(7, 12, new ForkJoinPool(8))).isEqualTo(alone);
    }
  }

  @Test
  void replicatesAreTheNextSeeds() {
    // Aim: a run can be cut into pieces: seeds 3 and 4 are those lives, whoever asks.
    var replay = new Replay(Markets.even(400, 5, 10_000), Conditions.USUAL);
    var trial = new Trial(Contender.TOKEN30, Scenario.SMALL, replay);
    var both = trial.run(3, 2, ForkJoinPool.commonPool());
    assertThat(both.total()).isEqualTo(trial.life(3).ledger().plus(trial.life(4).ledger()));
    assertThat(both.lives()).isEqualTo(2);
    assertThatThrownBy(() -> trial.run(1, 0, ForkJoinPool.commonPool()))
        .hasMessageContaining("1 to 100000");
  }

  @Test
  void aShareCountsSatoshisAndSaysHowSureItIs() {
    // Aim: a short life weighs little; equal lives leave no doubt, one life leaves all of it.
    var longLife = life(new Ledger(1_000, 500, 400, 0, 100));
    var shortLife = life(new Ledger(100, 100, 0, 0, 0));
    var share = Share.thatBecameRent(List.of(longLife, shortLife));
    assertThat(share.value()).isCloseTo(0.6, within(1e-12));
    assertThat(Findings.of(List.of(longLife, shortLife)).meanOfLives())
        .isCloseTo((5.0 / 9 + 1) / 2, within(1e-12));
    assertThat(share.low()).isLessThan(0.6).isGreaterThanOrEqualTo(0);
    assertThat(share.high()).isGreaterThan(0.6).isLessThanOrEqualTo(1);
    assertThat(Share.thatBecameRent(List.of(longLife, longLife, longLife)))
        .isEqualTo(new Share(500.0 / 900, 500.0 / 900, 500.0 / 900));
    assertThat(Share.thatBecameRent(List.of(longLife))).isEqualTo(new Share(500.0 / 900, 0, 1));
  }

  @Test
  void contendersAreFoundByName() {
    // Aim: a wrong name lists the right ones.
    assertThat(Contender.named("Token30")).isEqualTo(Contender.TOKEN30);
    assertThatThrownBy(() -> Contender.named("best"))
        .hasMessageContaining("original, token30, clairvoyant30, clairvoyant365, bulbil");
  }

  private static Life life(Ledger ledger) {
    return new Life(ledger, 1, 1, End.ALIVE, 0);
  }

  private static Market real() {
    var market = Markets.real();
    assumeThat(market).as("the files in ../shared/data/economy are not here").isPresent();
    return market.orElseThrow();
  }
}
