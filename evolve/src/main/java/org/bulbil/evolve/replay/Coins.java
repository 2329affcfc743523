package org.bulbil.evolve.replay;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bulbil.core.money.Sats;

/** The coins of one relay, each by its satoshis, smallest first. */
public final class Coins {

  private long[] sats = new long[16];
  private int count;
  private List<Sats> listed = List.of();
  private boolean isListed;

  /** How many there are. */
  public int count() {
    return count;
  }

  /** Satoshis of one, 0 being the smallest. */
  public long at(int index) {
    return sats[index];
  }

  /** All of them together. */
  public long sum() {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += sats[i];
    }
    return sum;
  }

  /** The index of the smallest coin of at least {@code least}; the count where there is none. */
  public int from(long least) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sats[middle] < least) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void add(long coin) {
    isListed = false;
    int at = from(coin);
    sats = count == sats.length ? Arrays.copyOf(sats, 2 * count) : sats;
    System.arraycopy(sats, at, sats, at + 1, count - at);
    sats[at] = coin;
    count++;
  }

  /** Takes away one coin of this value, which must be there. */
  void remove(long coin) {
    int at = from(coin);
    if (at == count || sats[at] != coin) {
      throw new IllegalArgumentException("there is no coin of " + coin + " sat");
    }
    isListed = false;
    System.arraycopy(sats, at + 1, sats, at, count - at - 1);
    count--;
  }

  void addAll(Coins others) {
    for (int i = 0; i < others.count; i++) {
      add(others.sats[i]);
    }
  }

  void clear() {
    isListed = false;
    count = 0;
  }

  /**
   * All of them, largest first, as a purse wants them; the same list until a coin comes or goes.
   */
  public List<Sats> largestFirst() {
    if (!isListed) {
      var copy = new Sats[count];
      for (int i = 0; i < count; i++) {
        copy[i] = new Sats(sats[count - 1 - i]);
      }
      listed = Collections.unmodifiableList(Arrays.asList(copy));
      isListed = true;
    }
    return listed;
  }
}
