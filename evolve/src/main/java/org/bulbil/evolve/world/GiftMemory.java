package org.bulbil.evolve.world;

import java.util.Arrays;
import org.bulbil.core.policy.Income;

/**
 * The gifts of the last half year of every relay, by slot: what it judges its donors by. Of very
 * many only the newest {@value #MOST} are remembered. Each takes eight bytes.
 */
final class GiftMemory {

  /** A relay with more knows its donors well enough. */
  static final int MOST = 64;

  private static final int DAYS = (int) Income.LONGEST;
  private static final long[] NONE = {};
  private static final int FIRST_ROOM = 4;

  /** Below, satoshis; above, the day. 11,000 bitcoin are more than any gift counts for. */
  private static final int DAY_SHIFT = 40;

  private static final long SATS_MASK = (1L << DAY_SHIFT) - 1;

  private long[][] gifts = {};
  private byte[] counts = {};

  void reach(int slots) {
    int before = gifts.length;
    if (slots > before) {
      gifts = Arrays.copyOf(gifts, slots);
      Arrays.fill(gifts, before, slots, NONE);
      counts = Arrays.copyOf(counts, slots);
    }
  }

  void note(int slot, int day, long sats) {
    if (counts[slot] == gifts[slot].length) {
      forget(slot, day);
      makeRoom(slot);
    }
    gifts[slot][counts[slot]++] = ((long) day << DAY_SHIFT) | Math.min(sats, SATS_MASK);
  }

  /** Drops what is too old, and at least one where there are as many as there may be. */
  private void forget(int slot, int day) {
    int old = old(slot, day);
    drop(slot, counts[slot] - old == MOST ? old + 1 : old);
  }

  private void drop(int slot, int oldest) {
    counts[slot] = (byte) (counts[slot] - oldest);
    System.arraycopy(gifts[slot], oldest, gifts[slot], 0, counts[slot]);
  }

  private void makeRoom(int slot) {
    if (counts[slot] == gifts[slot].length) {
      gifts[slot] = Arrays.copyOf(gifts[slot], Math.max(FIRST_ROOM, 2 * counts[slot]));
    }
  }

  /** How many of the remembered gifts came more than half a year before {@code day}. */
  int old(int slot, int day) {
    int count = 0;
    while (count < counts[slot] && day - (gifts[slot][count] >>> DAY_SHIFT) >= DAYS) {
      count++;
    }
    return count;
  }

  int count(int slot) {
    return counts[slot];
  }

  long sats(int slot, int which) {
    return gifts[slot][which] & SATS_MASK;
  }

  void clear(int slot) {
    gifts[slot] = NONE;
    counts[slot] = 0;
  }

  void move(int from, int to) {
    gifts[to] = gifts[from];
    counts[to] = counts[from];
    clear(from);
  }
}
