package org.bulbil.core.genome;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.bulbil.core.lease.Region;

/**
 * Spreads a family over places, since what ends one server often ends its neighbours. A child stays
 * where its parent lives, unless more relatives live there than an even spread would have; then it
 * may go elsewhere, rather where fewer live.
 *
 * <p>A preference and no rule: at least every second child stays, so that a place that donors like
 * still gains, and no other place is shut out.
 *
 * @param relatives alive, the parent among them, by the slug of their region
 */
public record Diversity(Map<String, Integer> relatives) {

  /** The share of children that leave a place in which the whole of a large family lives. */
  static final double LEAVE_AT_MOST = 0.5;

  public Diversity {
    relatives = Map.copyOf(relatives);
  }

  /**
   * The region for a child.
   *
   * @param home of its parent, or where a mutation has put it
   * @param offered now; where {@code home} is not among them it is left to the launch to find out
   */
  public String place(String home, List<Region> offered, RandomGenerator random) {
    var slugs = offered.stream().map(Region::slug).distinct().toList();
    int here = slugs.indexOf(home);
    var counts = slugs.stream().mapToInt(slug -> relatives.getOrDefault(slug, 0)).toArray();
    return here < 0 ? home : slugs.get(place(here, counts, random));
  }

  /**
   * The same by numbers.
   *
   * @param home index of the place from which the child comes
   * @param counts of relatives in each place
   * @return index of the place to which it goes
   */
  public static int place(int home, int[] counts, RandomGenerator random) {
    double leave = leaving(home, counts);
    return leave > 0 && random.nextDouble() < leave ? elsewhere(home, counts, random) : home;
  }

  /** The chance to leave: half of the share by which {@code home} is above an even spread. */
  static double leaving(int home, int[] counts) {
    int total = 0;
    for (int count : counts) {
      total += count;
    }
    double even = (double) total / counts.length;
    return counts[home] > even ? LEAVE_AT_MOST * (1 - even / counts[home]) : 0;
  }

  /** Another place, each with a weight of one over its relatives and the newcomer. */
  private static int elsewhere(int home, int[] counts, RandomGenerator random) {
    double weights = -weight(counts[home]);
    for (int count : counts) {
      weights += weight(count);
    }
    double drawn = random.nextDouble() * weights;
    int last = home;
    for (int place = 0; place < counts.length && drawn >= 0; place++) {
      if (place != home) {
        drawn -= weight(counts[place]);
        last = place;
      }
    }
    return last;
  }

  private static double weight(int count) {
    return 1.0 / (1 + count);
  }
}
