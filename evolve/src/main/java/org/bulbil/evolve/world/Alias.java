package org.bulbil.evolve.world;

import org.bulbil.evolve.random.Keyed;

/**
 * Draws one of many by weight, in constant time: Walker's alias method with Vose's construction
 * (1991). Twelve bytes an entry.
 */
final class Alias {

  private final double[] threshold;
  private final int[] other;
  private final int count;

  /** The first {@code count} of {@code weights}, none negative, their sum above zero. */
  Alias(float[] weights, int count) {
    this.count = count;
    this.threshold = new double[count];
    this.other = new int[count];
    double scale = count / sum(weights, count);
    for (int i = 0; i < count; i++) {
      threshold[i] = weights[i] * scale;
    }
    pair();
  }

  private static double sum(float[] weights, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += weights[i];
    }
    return sum;
  }

  /** Every entry below the average is filled up by one above it. */
  private void pair() {
    var waiting = new int[count]; // the poor from the left, the rich from the right
    int poor = 0;
    int rich = count;
    for (int i = 0; i < count; i++) {
      if (threshold[i] < 1) {
        waiting[poor++] = i;
      } else {
        waiting[--rich] = i;
      }
    }
    int left = poor;
    int right = rich;
    while (left > 0 && right < count) {
      int needy = waiting[--left];
      int giver = waiting[right];
      other[needy] = giver;
      threshold[giver] -= 1 - threshold[needy];
      if (threshold[giver] < 1) {
        right++;
        waiting[left++] = giver;
      }
    }
    fill(waiting, 0, left);
    fill(waiting, right, count);
  }

  /** What rounding left over keeps its whole column. */
  private void fill(int[] waiting, int from, int to) {
    for (int i = from; i < to; i++) {
      threshold[waiting[i]] = 1;
      other[waiting[i]] = waiting[i];
    }
  }

  int draw(long bits) {
    int column = Keyed.below(count, bits);
    // Lower bits than those that chose the column, scrambled once more.
    double within = ((bits * 0x9e3779b97f4a7c15L) >>> 11) * 0x1.0p-53;
    return within < threshold[column] ? column : other[column];
  }
}
