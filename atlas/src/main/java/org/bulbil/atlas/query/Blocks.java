package org.bulbil.atlas.query;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who has which four digits in a fingerprint that is written in groups of four: sorted pairs of
 * block and position, each in one number.
 */
final class Blocks {

  private static final int DIGITS = 4;
  private static final Pattern BLOCK = Pattern.compile("[0-9A-Fa-f]{4}");

  private final long[] pairs;

  Blocks(List<Facets> nodes) {
    this.pairs = new long[nodes.size() * (40 / DIGITS)];
    int pair = 0;
    for (int node = 0; node < nodes.size(); node++) {
      var fingerprint = nodes.get(node).fingerprint();
      for (int at = 0; at < fingerprint.length(); at += DIGITS) {
        pairs[pair++] = pair(Integer.parseInt(fingerprint, at, at + DIGITS, 16), node);
      }
    }
    Arrays.sort(pairs);
  }

  private static long pair(int block, int node) {
    return ((long) block << Integer.SIZE) | node;
  }

  /** Adds those who have these digits; none where they are not four. */
  void addTo(BitSet found, String digits) {
    if (!BLOCK.matcher(digits).matches()) {
      return;
    }
    int block = Integer.parseInt(digits, 16);
    for (int i = place(pair(block, 0));
        i < pairs.length && pairs[i] >>> Integer.SIZE == block;
        i++) {
      found.set((int) pairs[i]);
    }
  }

  /** Of the first pair that is not before {@code pair}; a pair that stands twice is one node's. */
  private int place(long pair) {
    int found = Arrays.binarySearch(pairs, pair);
    return found >= 0 ? found : -found - 1;
  }
}
