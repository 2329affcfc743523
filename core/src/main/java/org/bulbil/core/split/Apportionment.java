package org.bulbil.core.split;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Whole numbers in proportion to weights that sum up exactly, by largest remainders (Hamilton). Of
 * equal remainders the earlier wins, so the order of the weights has to mean something.
 */
final class Apportionment {

  private Apportionment() {}

  /**
   * Splits.
   *
   * @param total at least 0
   * @param weights at least 0, their sum above 0 and within a long
   */
  static long[] of(long total, long[] weights) {
    var all = BigInteger.valueOf(Arrays.stream(weights).reduce(0, Math::addExact));
    var parts = new long[weights.length];
    var remainders = new BigInteger[weights.length];
    for (int i = 0; i < weights.length; i++) {
      var divided =
          BigInteger.valueOf(total)
              .multiply(BigInteger.valueOf(weights[i]))
              .divideAndRemainder(all);
      parts[i] = divided[0].longValueExact();
      remainders[i] = divided[1];
    }
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
        .limit(total - Arrays.stream(parts).sum())
        .forEach(i -> parts[i]++);
    return parts;
  }
}
