package org.bulbil.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exponent is the root of its equation, and says how likely ruin is. */
class LundbergTest {

  private static final int POINTS = 50_000;
  private static final double[] NORMAL = normal();

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** As many gifts as there are points of a distribution's quantile function, of this mean. */
  private static double[] gifts(double mean, DoubleUnaryOperator quantile) {
    var gifts = new double[POINTS];
    Arrays.setAll(gifts, i -> quantile.applyAsDouble(i));
    double scale = mean / Arrays.stream(gifts).average().orElseThrow();
    return Arrays.stream(gifts).map(gift -> gift * scale).toArray();
  }

  private static double exponential(double point) {
    return -Math.log(1 - (point + 0.5) / POINTS);
  }

  private static DoubleUnaryOperator logNormal(double sigma) {
    return point -> Math.exp(sigma * NORMAL[(int) point]);
  }

  /** The standard normal distribution's quantiles, by adding up its density. */
  private static double[] normal() {
    var quantiles = new double[POINTS];
    double step = 1e-5;
    double z = -6;
    double below = 0;
    for (int i = 0; i < POINTS; i++) {
      while (below < (i + 0.5) / POINTS && z < 6) {
        below += step * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        z += step;
      }
      quantiles[i] = z;
    }
    return quantiles;
  }

  private static double reserve(double survival, double ratio, double[] gifts) {
    double sum = Arrays.stream(gifts).sum();
    return -Math.log(1 - survival) / Lundberg.exponent(gifts, sum / ratio);
  }

  /** The table of facts: income, mean gift, and the reserves for 90, 95 and 99 % survival. */
  @ParameterizedTest
  @CsvSource({
    "1.1, 3, 69, 90, 138", "1.1, 7, 161, 210, 322", "1.25, 3, 28, 36, 55",
    "1.25, 7, 64, 84, 129", "1.25, 20, 184, 240, 368", "1.5, 3, 14, 18, 28",
    "1.5, 7, 32, 42, 64", "1.5, 20, 92, 120, 184", "2, 3, 7, 9, 14",
    "2, 7, 16, 21, 32", "2, 20, 46, 60, 92", "3, 3, 3, 4, 7",
    "3, 7, 8, 10, 16", "3, 20, 23, 30, 46"
  })
  void exponentialGiftsNeedTheReserveOfTheClosedForm(
      double ratio, double mean, double p90, double p95, double p99) {
    var gifts = gifts(mean, LundbergTest::exponential);
    assertThat(reserve(0.9, ratio, gifts)).isCloseTo(p90, within(0.6));
    assertThat(reserve(0.95, ratio, gifts)).isCloseTo(p95, within(0.6));
    assertThat(reserve(0.99, ratio, gifts)).isCloseTo(p99, within(0.6));
    assertThat(reserve(0.9, ratio, gifts))
        .isCloseTo(mean * Math.log(10) / (ratio - 1), within(0.3));
  }

  /**
   * The same for log-normal gifts, of which a few large ones are most of the money. The facts say
   * 138 for the first; but with gifts of 7 instead of 3 days it is 7/3 of that, and there they say
   * 301.
   */
  @ParameterizedTest
  @CsvSource({
    "1.1, 3, 1.2, 129", "1.1, 7, 1.2, 301", "1.25, 3, 1.2, 46", "1.25, 7, 1.2, 108",
    "1.25, 20, 1.2, 308", "1.5, 3, 1.2, 21", "1.5, 7, 1.2, 48", "1.5, 20, 1.2, 138",
    "2, 3, 1.2, 9", "2, 7, 1.2, 21", "2, 20, 1.2, 61", "3, 7, 1.2, 9",
    "1.25, 7, 1.85, 441", "1.5, 3, 1.85, 69", "1.5, 7, 1.85, 162", "2, 3, 1.85, 25",
    "2, 7, 1.85, 58", "3, 7, 1.85, 21", "3, 20, 1.85, 59"
  })
  void unevenGiftsNeedMore(double ratio, double mean, double sigma, double p90) {
    assertThat(reserve(0.9, ratio, gifts(mean, logNormal(sigma))))
        .isCloseTo(p90, within(1 + 0.04 * p90));
  }

  /** A purse that starts with u and gains by chance is ruined as often as the formula says. */
  @Test
  void fromAReserveRuinComesAsOftenAsItSays() {
    long seed = Long.getLong("seed", 20261123L);
    var random = random(seed);
    double mean = 7;
    double ratio = 1.5;
    double reserve = mean * Math.log(10) / (ratio - 1);
    int ruined = 0;
    int lives = 4_000;
    for (int life = 0; life < lives; life++) {
      ruined += isRuined(reserve, mean, mean / ratio, random) ? 1 : 0;
    }
    // 400 of 4,000, with a standard deviation of 19.
    assertThat(ruined).as("seed %d", seed).isBetween(400 - 80, 400 + 80);
  }

  /** From ten times the reserve on, ruin is one case in 10^10. */
  private static boolean isRuined(
      double reserve, double mean, double wait, RandomGenerator random) {
    double purse = reserve;
    while (purse > 0 && purse < 10 * reserve) {
      purse -= wait * random.nextExponential();
      purse += purse > 0 ? mean * random.nextExponential() : 0;
    }
    return purse <= 0;
  }

  /** Whatever the gifts, the answer is a number, and the root where there is one. */
  @Test
  void itIsTheRootForAnyGifts() {
    long seed = Long.getLong("seed", 20261123L);
    var random = random(seed);
    for (int i = 0; i < 20_000; i++) {
      var gifts = new double[random.nextInt(40)];
      double spread = random.nextDouble(6);
      Arrays.setAll(gifts, _ -> Math.exp(random.nextGaussian() * spread));
      double days = random.nextBoolean() ? random.nextDouble(180) : Math.exp(-random.nextInt(40));
      double root = Lundberg.exponent(gifts, days);
      double sum = Arrays.stream(gifts).sum();
      assertThat(root).as("seed %d, case %d", seed, i).isFinite().isNotNegative();
      assertThat(root > 0).as("seed %d, case %d", seed, i).isEqualTo(sum > days);
      if (sum > days * 1.000_001) {
        double come = Arrays.stream(gifts).map(gift -> -Math.expm1(-root * gift)).sum();
        assertThat(come / (root * days))
            .as("seed %d, case %d: %s in %s", seed, i, Arrays.toString(gifts), days)
            .isCloseTo(1, within(1e-6));
      }
    }
  }

  @Test
  void withoutAnExcessThereIsNoRoot() {
    assertThat(Lundberg.exponent(new double[0], 0)).isZero();
    assertThat(Lundberg.exponent(new double[0], 10)).isZero();
    assertThat(Lundberg.exponent(new double[] {5, 5}, 10)).isZero();
    assertThat(Lundberg.exponent(new double[] {5, 5}, 10.000_001)).isZero();
    assertThat(Lundberg.exponent(new double[] {5, 5}, 9.999_999)).isPositive();
    assertThat(Lundberg.exponent(new double[] {30}, 0)).isPositive().isFinite();
  }
}
