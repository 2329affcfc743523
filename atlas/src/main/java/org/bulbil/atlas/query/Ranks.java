package org.bulbil.atlas.query;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The places of nodes in each order, as small numbers, so that sorting sorts plain longs: up to two
 * ranks and the position in one.
 */
final class Ranks {

  /** Bits of a rank or position: two ranks and a position of a million nodes fit into a long. */
  private static final int BITS = 20;

  private static final int NODES_MAX = 1 << BITS;

  private final int[] byWeight;
  private final int[] byFirstSeen;

  Ranks(List<Facets> nodes) {
    if (nodes.size() > NODES_MAX) {
      throw new IllegalArgumentException("at most " + NODES_MAX + " nodes can be sorted");
    }
    this.byWeight = ranks(nodes, Facets::weight);
    this.byFirstSeen = ranks(nodes, Facets::firstSeen);
  }

  private static int[] ranks(List<Facets> nodes, ToLongFunction<Facets> value) {
    long[] values = nodes.stream().mapToLong(value).toArray();
    long[] distinct = Arrays.stream(values).sorted().distinct().toArray();
    return Arrays.stream(values).mapToInt(one -> Arrays.binarySearch(distinct, one)).toArray();
  }

  /** The positions in {@code chosen}, sorted; equal ones by position. */
  int[] sorted(BitSet chosen, List<Order> order) {
    if (order.isEmpty()) {
      return chosen.stream().toArray();
    }
    long[] keys = chosen.stream().mapToLong(position -> key(position, order)).toArray();
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) (key & (NODES_MAX - 1))).toArray();
  }

  private long key(int position, List<Order> order) {
    long key = 0;
    for (var one : order) {
      key = (key << BITS) | rank(position, one);
    }
    return (key << BITS) | position;
  }

  private int rank(int position, Order order) {
    int rank =
        switch (order.key()) {
          case CONSENSUS_WEIGHT -> byWeight[position];
          case FIRST_SEEN -> byFirstSeen[position];
        };
    return switch (order.direction()) {
      case ASCENDING -> rank;
      case DESCENDING -> NODES_MAX - 1 - rank;
    };
  }
}
