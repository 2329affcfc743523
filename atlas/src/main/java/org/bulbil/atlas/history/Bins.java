package org.bulbil.atlas.history;

import java.time.Instant;
import java.util.BitSet;

/** The intervals of one graph while observations are put into them. */
final class Bins {

  /** Makes up for rounding where a mean is divided by the greatest, itself. */
  private static final double ROUNDING = 1e-9;

  private final long start;
  private final long end;
  private final long width;
  private final double[] totals;
  private final long[] covered;

  Bins(Resolution resolution, Instant graphsEnd) {
    this.start = resolution.start(graphsEnd);
    this.end = resolution.end(graphsEnd);
    this.width = resolution.interval().toMillis();
    int count = (int) ((end - start) / width);
    this.totals = new double[count];
    this.covered = new long[count];
  }

  void add(Observation seen, Division division) {
    long from = seen.from().toEpochMilli();
    long to = seen.to().toEpochMilli();
    if (division == Division.WHOLE && to - from > width) {
      return;
    }
    long last = Math.min(to, end);
    for (long at = Math.max(from, start); at < last; at = nextBorder(at)) {
      int bin = (int) ((at - start) / width);
      long share = Math.min(last, nextBorder(at)) - at;
      totals[bin] += seen.mean() * share;
      covered[bin] += share;
    }
  }

  private long nextBorder(long time) {
    return (Math.floorDiv(time, width) + 1) * width;
  }

  /** Intervals of which at least {@code share} is covered. */
  BitSet known(double share) {
    var known = new BitSet(covered.length);
    for (int bin = 0; bin < covered.length; bin++) {
      known.set(bin, covered[bin] > 0 && covered[bin] >= share * width);
    }
    return known;
  }

  /** The beginning of an interval. */
  long from(int bin) {
    return start + bin * width;
  }

  /** From the first to the last that is known; at least one is. */
  GraphHistory graph(Resolution resolution, BitSet known) {
    double greatest = known.stream().mapToDouble(this::mean).max().orElse(0);
    int first = known.nextSetBit(0);
    short[] values = new short[known.length() - first];
    for (int i = 0; i < values.length; i++) {
      values[i] = known.get(first + i) ? value(first + i, greatest) : GraphHistory.MISSING;
    }
    return new GraphHistory(
        Instant.ofEpochMilli(from(first) + width / 2),
        resolution.interval(),
        greatest / GraphHistory.VALUE_MAX,
        values);
  }

  private double mean(int bin) {
    return totals[bin] / covered[bin];
  }

  private short value(int bin, double greatest) {
    return greatest == 0 ? 0 : (short) (mean(bin) * GraphHistory.VALUE_MAX / greatest + ROUNDING);
  }
}
