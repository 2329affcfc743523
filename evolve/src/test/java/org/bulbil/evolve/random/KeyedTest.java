package org.bulbil.evolve.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeyedTest {

  private static final int MANY = 200_000;

  @Test
  void goldenVector() {
    // Aim: a change of the function changes every published result, so it must not pass unnoticed.
    assertThat(Keyed.bits(1, 2, 3, 4, 5)).isEqualTo(-1194169928662760867L);
    assertThat(Keyed.bits(0, 0, 0, 0, 0)).isEqualTo(2391539541053276776L);
    assertThat(Keyed.bits(-1, 0, 0, 0, 1)).isEqualTo(2922106525379907152L);
  }

  @Test
  void itIsTheSplitMixOfTheStandardLibrary() {
    // Aim: the quality is that of the published generator; the JDK's own is the oracle.
    long golden = 0x9e3779b97f4a7c15L;
    long state = new SplittableRandom(7 - golden).nextLong();
    for (long part : new long[] {1, 2, 3}) {
      state = new SplittableRandom(state + part * golden).nextLong();
    }
    var oracle = new SplittableRandom(state);
    for (int k = 0; k < 1000; k++) {
      assertThat(Keyed.bits(7, 1, 2, 3, k)).isEqualTo(oracle.nextLong());
    }
  }

  @Test
  void orderDoesNotMatter() {
    // Aim: numbers asked for backwards and by many threads are those asked for in order.
    var inOrder = LongStream.range(0, 1000).map(day -> Keyed.bits(1, 2, 3, day, 4)).toArray();
    var byMany =
        LongStream.range(0, 1000).parallel().map(day -> Keyed.bits(1, 2, 3, day, 4)).toArray();
    assertThat(byMany).isEqualTo(inOrder);
    for (int day = 999; day >= 0; day--) {
      assertThat(Keyed.bits(1, 2, 3, day, 4)).isEqualTo(inOrder[day]);
    }
  }

  @Test
  void everyPartMatters() {
    // Aim: no two questions near one another get the same answer.
    var seen = new HashSet<Long>();
    for (int i = 0; i < 7 * 7 * 7 * 7 * 7; i++) {
      seen.add(Keyed.bits(i % 7 - 3, i / 7 % 7 - 3, i / 49 % 7 - 3, i / 343 % 7 - 3, i / 2401 - 3));
    }
    assertThat(seen).hasSize(7 * 7 * 7 * 7 * 7);
  }

  @Test
  void uniformIsUniform() {
    // Aim: chi-square over 100 bins, along each part of the key.
    for (int part = 0; part < 5; part++) {
      var bins = new int[100];
      for (int i = 0; i < MANY; i++) {
        bins[(int) (100 * Keyed.uniform(along(part, i)))]++;
      }
      assertThat(chiSquare(bins)).as("part %d", part).isBetween(50.0, 170.0);
    }
  }

  @Test
  void neighboursAreUncorrelated() {
    // Aim: days in a row do not show a pattern.
    for (int part = 0; part < 5; part++) {
      double sum = 0;
      for (int i = 0; i < MANY; i++) {
        sum += (Keyed.uniform(along(part, i)) - 0.5) * (Keyed.uniform(along(part, i + 1)) - 0.5);
      }
      assertThat(12 * sum / MANY).as("part %d", part).isCloseTo(0, within(0.012));
    }
  }

  private static long along(int part, int i) {
    return Keyed.bits(
        part == 0 ? i : 11,
        part == 1 ? i : 12,
        part == 2 ? i : 13,
        part == 3 ? i : 14,
        part == 4 ? i : 15);
  }

  private static double chiSquare(int[] bins) {
    double expected = (double) MANY / bins.length;
    return IntStream.of(bins).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
  }

  @Test
  void uniformStaysInside() {
    // Aim: a logarithm of it is always finite.
    assertThat(Keyed.uniform(0)).isGreaterThan(0);
    assertThat(Keyed.uniform(-1)).isLessThan(1);
    assertThat(Double.isFinite(Keyed.gaussian(0))).isTrue();
    assertThat(Double.isFinite(Keyed.gaussian(-1))).isTrue();
  }

  @Test
  void belowReachesEveryNumberAndNoOther() {
    // Aim: bounds of a whole number.
    var bins = new int[6];
    for (int i = 0; i < MANY; i++) {
      bins[Keyed.below(6, along(4, i))]++;
    }
    assertThat(chiSquare(bins)).isLessThan(25);
    assertThat(Keyed.below(6, -1)).isEqualTo(5);
  }

  @Test
  void gaussianHasItsQuantilesAndMoments() {
    // Aim: against the table of the normal distribution.
    assertThat(Normal.quantile(0.975)).isCloseTo(1.959963985, within(1e-8));
    assertThat(Normal.quantile(0.001)).isCloseTo(-3.090232306, within(1e-8));
    assertThat(Normal.quantile(0.5)).isZero();
    var sample = IntStream.range(0, MANY).mapToDouble(i -> Keyed.gaussian(along(3, i))).toArray();
    assertThat(mean(sample)).isCloseTo(0, within(0.01));
    assertThat(variance(sample)).isCloseTo(1, within(0.015));
  }

  @Test
  void logNormalHasTheMeanThatWasAskedFor() {
    // Aim: the mean is of the gift, not of its logarithm.
    var sample =
        IntStream.range(0, MANY).mapToDouble(i -> Keyed.logNormal(6, 0.8, along(3, i))).toArray();
    assertThat(mean(sample)).isCloseTo(6, within(0.1));
  }

  @Test
  void poissonHasItsMeanAndVariance() {
    // Aim: small and large means; both moments equal the mean.
    for (double mean : new double[] {0.05, 1.63, 40, 500}) {
      var sample =
          IntStream.range(0, MANY).mapToDouble(i -> Keyed.poisson(mean, along(3, i))).toArray();
      assertThat(mean(sample)).isCloseTo(mean, within(0.02 * mean + 0.003));
      assertThat(variance(sample)).isCloseTo(mean, within(0.04 * mean + 0.003));
    }
    assertThat(Keyed.poisson(0, -1)).isZero();
    assertThat(Poisson.quantile(500, Math.nextDown(1.0))).isLessThan(1000);
  }

  @Test
  void impossibleMeansAreRefused() {
    // Aim: a mean that would loop for ever or mean nothing.
    for (double mean : new double[] {-0.1, 501, Double.NaN}) {
      assertThatThrownBy(() -> Keyed.poisson(mean, 1)).hasMessageContaining("0 to 500");
    }
  }

  private static double mean(double[] sample) {
    return Arrays.stream(sample).average().orElseThrow();
  }

  private static double variance(double[] sample) {
    double mean = mean(sample);
    return Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
  }
}
