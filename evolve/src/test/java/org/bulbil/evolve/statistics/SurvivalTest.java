package org.bulbil.evolve.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The weeks of remission of 21 patients with 6-mercaptopurine (Freireich and others 1963), on which
 * textbooks show the estimate.
 */
class SurvivalTest {

  private static final int[] ENDED = {6, 6, 6, 7, 10, 13, 16, 22, 23};
  private static final int[] SEEN_LAST = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};

  private static int[] counts(int... ages) {
    var counts = new int[40];
    for (int age : ages) {
      counts[age]++;
    }
    return counts;
  }

  private static Survival remission() {
    return Survival.of(counts(ENDED), counts(SEEN_LAST));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 1, 0",
    "6, 0.857, 0.0764",
    "7, 0.807, 0.0869",
    "9, 0.807, 0.0869",
    "10, 0.753, 0.0963",
    "13, 0.690, 0.1068",
    "16, 0.627, 0.1141",
    "22, 0.538, 0.1282",
    "23, 0.448, 0.1346",
    "35, 0.448, 0.1346"
  })
  void theCurveAndItsErrorAreThoseOfTheTextbooks(int week, double share, double error) {
    // Aim: who ends in a week counts before who is last seen in it; Greenwood's error.
    var after = remission().after(week);
    assertThat(after.value()).isCloseTo(share, within(0.0005));
    assertThat(after.value() - after.low()).isCloseTo(1.96 * error, within(0.0005));
  }

  @Test
  void theMedianIsTheFirstAgeThatHalfDoNotOutlive() {
    // Aim: 23 weeks; and none where most were still alive.
    assertThat(remission().median()).hasValue(23);
    assertThat(Survival.of(counts(3), counts(9, 9, 9)).median()).isEmpty();
  }

  @Test
  void groupsTogetherAreOneSample() {
    // Aim: rounds are pooled by counts, not by means of curves.
    var pooled =
        Survival.ofAll(
            List.of(
                Survival.of(counts(ENDED), new int[0]),
                Survival.of(new int[0], counts(SEEN_LAST))));
    assertThat(pooled.after(16)).isEqualTo(remission().after(16));
    assertThat(pooled.lives()).isEqualTo(21);
    assertThat(pooled.oldest()).isEqualTo(35);
  }

  @Test
  void ofNobodyNothingIsKnown() {
    // Aim: an empty world can be shown.
    var nobody = Survival.ofAll(List.of());
    assertThat(nobody.after(10).low()).isZero();
    assertThat(nobody.after(10).high()).isEqualTo(1);
    assertThat(nobody.every(1, 2)).hasSize(3);
  }
}
