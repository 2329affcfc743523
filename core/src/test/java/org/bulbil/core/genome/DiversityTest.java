package org.bulbil.core.genome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bulbil.core.lease.Region;
import org.junit.jupiter.api.Test;

/** Children spread where a place is crowded; most stay, and no place is shut out. */
class DiversityTest {

  private static final int BIRTHS = 30_000;

  /** Shares of the children that went to each place. */
  private static double[] shares(long seed, int home, int... counts) {
    var random = new Random(seed);
    var shares = new double[counts.length];
    for (int i = 0; i < BIRTHS; i++) {
      shares[Diversity.place(home, counts, random)] += 1.0 / BIRTHS;
    }
    return shares;
  }

  @Test
  void whereRelativesAreSpreadEvenlyChildrenStay() {
    assertThat(shares(1, 2, 3, 3, 3)[2]).isCloseTo(1, within(1e-9));
    assertThat(shares(1, 0, 1, 9, 2)[0]).isCloseTo(1, within(1e-9));
  }

  /** Ten of eleven in one of four places: 2.75 would be even, so (1 − 0.275)/2 of them leave. */
  @Test
  void aCrowdedPlaceIsLeftByLessThanHalf() {
    var shares = shares(2, 0, 10, 1, 0, 0);
    assertThat(shares[0]).isCloseTo(1 - 0.3625, within(0.015));
    assertThat(shares[1]).isCloseTo(0.3625 / 5, within(0.01));
    assertThat(shares[2]).isCloseTo(0.3625 * 2 / 5, within(0.015));
    assertThat(shares[3]).isCloseTo(0.3625 * 2 / 5, within(0.015));
  }

  @Test
  void aFounderWithAWorldBeforeItStillKeepsHalfOfItsChildrenNear() {
    var alone = new int[20];
    alone[7] = 1;
    assertThat(shares(3, 7, alone)[7]).isCloseTo(0.525, within(0.015));
  }

  @Test
  void whereThereIsOnePlaceOrTheParentsIsNotOfferedNothingChanges() {
    var diversity = new Diversity(Map.of("ewr", 100, "gone", 3));
    var ewr = new Region("ewr", "New Jersey");
    assertThat(diversity.place("ewr", List.of(ewr), new Random(4))).isEqualTo("ewr");
    assertThat(diversity.place("gone", List.of(ewr), new Random(4))).isEqualTo("gone");
    assertThat(diversity.place("ewr", List.of(), new Random(4))).isEqualTo("ewr");
  }

  /** Whatever the counts: a place that is offered, and never an emptier one left for a fuller. */
  @Test
  void anyCountsHaveAPlace() {
    long seed = Long.getLong("seed", 20261123L);
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      var counts =
          IntStream.generate(() -> random.nextInt(5) == 0 ? 1_000_000 : random.nextInt(4))
              .limit(1 + random.nextInt(30))
              .toArray();
      int home = random.nextInt(counts.length);
      int place = Diversity.place(home, counts, random);
      assertThat(place).as("seed %d, case %d", seed, i).isBetween(0, counts.length - 1);
      if (place != home) {
        double even = IntStream.of(counts).average().orElseThrow();
        assertThat(counts[home]).as("seed %d, case %d", seed, i).isGreaterThan((int) even);
      }
      assertThat(Diversity.leaving(home, counts)).isBetween(0.0, 0.5);
    }
  }

  @Test
  void familiesThatBreedEndUpEverywhere() {
    var random = new Random(5);
    var counts = new int[10];
    counts[0] = 5;
    for (int i = 0; i < 500; i++) {
      int parent = random.nextInt(IntStream.of(counts).sum());
      int home = 0;
      while (parent >= counts[home]) {
        parent -= counts[home++];
      }
      counts[Diversity.place(home, counts, random)]++;
    }
    assertThat(counts).doesNotContain(0);
    assertThat(IntStream.of(counts).max().orElseThrow()).isLessThan(160);
  }
}
