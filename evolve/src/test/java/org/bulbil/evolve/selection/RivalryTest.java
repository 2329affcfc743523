package org.bulbil.evolve.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.bulbil.evolve.ensemble.Progress;
import org.junit.jupiter.api.Test;

class RivalryTest {

  private static final long SEED = Long.getLong("seed", 31);

  private static List<Outcome> run(int threads) {
    try (var pool = new ForkJoinPool(threads)) {
      return new Rivalry(64, 4).run(SEED, 4, pool, new Progress(4, 1));
    }
  }

  @Test
  void outcomesAreTheSameForAnyNumberOfThreads() {
    // Aim: the published table can be made again on any machine.
    System.out.println("seed " + SEED);
    assertThat(run(3)).isEqualTo(run(1));
  }

  @Test
  void bothDifferencesBeginAlikeAndOnlySelectionMovesThem() {
    // Aim: a quarter each; children are like their parents, so that Price's second term is zero.
    for (var outcome : run(2)) {
      for (var allele : List.of(outcome.advantage(), outcome.neutral())) {
        assertThat(allele.first()).isEqualTo(0.25);
        assertThat(allele.price().transmission()).isCloseTo(0, within(1e-12));
        assertThat(allele.price().selection())
            .isCloseTo(allele.last() - allele.first(), within(1e-12));
        assertThat(allele.shares()).hasSize(5);
      }
    }
  }

  @Test
  void withoutSelectionTheVerdictIsChance() {
    // Aim: the same data with the neutral name in both places never count as evidence.
    var outcomes =
        run(2).stream()
            .map(o -> new Outcome(o.neutral(), o.neutral(), o.relays(), o.generations()))
            .toList();
    var found = Experiment.of(outcomes);
    assertThat(found.difference().isAbove(0)).isFalse();
    assertThat(found.holds()).isFalse();
  }

  @Test
  void impossibleSizesAreRefused() {
    // Aim: by field and rule.
    assertThatThrownBy(() -> new Rivalry(15, 1)).hasMessage("relays must be 16 to 1000000, not 15");
    assertThatThrownBy(() -> new Rivalry(16, 0)).hasMessage("years must be 1 to 1000, not 0");
  }
}
