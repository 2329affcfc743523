package org.bulbil.core.split;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Systematic sampling in proportion to size: tickets lie one after the other on a line, each as
 * long as its weight; one chance turns a comb with as many equal teeth as there are prizes, and who
 * lies under a tooth wins. Everybody's expectation is his share, and one number decides it all.
 */
final class Lottery {

  private static final BigInteger TURN = BigInteger.ONE.shiftLeft(Long.SIZE);

  private Lottery() {}

  /**
   * How many prizes each ticket wins.
   *
   * @param tickets lengths, at least 0, in an order that was fixed before the chance was known
   * @param prizes at least one
   * @param seed the chance
   */
  static int[] draw(long[] tickets, int prizes, Seed seed) {
    var length = BigInteger.valueOf(Arrays.stream(tickets).reduce(0, Math::addExact));
    var turn = new BigInteger(seed.digits(), 16);
    var won = new int[tickets.length];
    int ticket = 0;
    var end = BigInteger.valueOf(tickets[0]);
    for (int tooth = 0; tooth < prizes; tooth++) {
      var at = BigInteger.valueOf(tooth).multiply(TURN).add(turn).multiply(length);
      while (end.multiply(BigInteger.valueOf(prizes)).multiply(TURN).compareTo(at) <= 0) {
        end = end.add(BigInteger.valueOf(tickets[++ticket]));
      }
      won[ticket]++;
    }
    return won;
  }
}
