package org.bulbil.evolve.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The share of lives that last longer than an age, where some were still going on when the
 * observation ended: the estimate of Kaplan and Meier (1958) with Greenwood's variance.
 */
public final class Survival {

  private final int[] ends;
  private final int[] censored;
  private final double[] share;
  private final double[] variance;

  private Survival(int[] ends, int[] censored) {
    this.ends = ends;
    this.censored = censored;
    this.share = new double[ends.length];
    this.variance = new double[ends.length];
    estimate();
  }

  /**
   * From counts.
   *
   * @param ends lives that ended, by age in days
   * @param censored lives that were still going on when last seen, by age
   */
  public static Survival of(int[] ends, int[] censored) {
    int ages = Math.max(ends.length, censored.length);
    return new Survival(Arrays.copyOf(ends, ages), Arrays.copyOf(censored, ages));
  }

  private void estimate() {
    long atRisk = lives();
    double left = 1;
    double sum = 0;
    for (int age = 0; age < ends.length; age++) {
      if (ends[age] > 0) {
        left *= (double) (atRisk - ends[age]) / atRisk;
        sum += atRisk == ends[age] ? 0 : (double) ends[age] / atRisk / (atRisk - ends[age]);
      }
      atRisk -= ends[age] + censored[age];
      share[age] = left;
      variance[age] = left * left * sum;
    }
  }

  /** How many lives it was made of. */
  public long lives() {
    return Arrays.stream(ends).asLongStream().sum() + Arrays.stream(censored).asLongStream().sum();
  }

  /** The share that lives longer than {@code age} days; that of the last age seen, beyond it. */
  public Interval after(int age) {
    if (share.length == 0) {
      return new Interval(1, 0, 1, 0);
    }
    int known = Math.min(age, share.length - 1);
    double span = StudentT.NORMAL * Math.sqrt(variance[known]);
    int sample = (int) Math.min(Integer.MAX_VALUE, lives());
    return new Interval(share[known], share[known] - span, share[known] + span, sample)
        .within(0, 1);
  }

  /** The first age that only half of them outlive; empty where more than half were still alive. */
  public OptionalInt median() {
    for (int age = 0; age < share.length; age++) {
      if (share[age] <= 0.5) {
        return OptionalInt.of(age);
      }
    }
    return OptionalInt.empty();
  }

  /** The last age that anybody was seen at, in days. */
  public int oldest() {
    for (int age = ends.length - 1; age > 0; age--) {
      if (ends[age] + censored[age] > 0) {
        return age;
      }
    }
    return 0;
  }

  /** The same of several groups of lives together. */
  public static Survival ofAll(List<Survival> groups) {
    int ages = groups.stream().mapToInt(group -> group.ends.length).max().orElse(0);
    var ends = new int[ages];
    var censored = new int[ages];
    for (var group : groups) {
      for (int age = 0; age < group.ends.length; age++) {
        ends[age] += group.ends[age];
        censored[age] += group.censored[age];
      }
    }
    return new Survival(ends, censored);
  }

  /** The curve at evenly spaced ages, the first of them 0. */
  public List<Interval> every(int days, int until) {
    var curve = new ArrayList<Interval>();
    for (int age = 0; age <= until; age += days) {
      curve.add(after(age));
    }
    return curve;
  }
}
