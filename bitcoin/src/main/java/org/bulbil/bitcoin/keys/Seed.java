package org.bulbil.bitcoin.keys;

import java.util.random.RandomGenerator;
import org.bulbil.bitcoin.Network;

/**
 * Where a wallet's twelve words are kept: made once, never overwritten; {@code toString} names the
 * place, never a word.
 */
public interface Seed {

  boolean exists();

  /**
   * Draws the words and keeps them, durably, before it returns; fails where there are some already.
   */
  void create(RandomGenerator random);

  /** The keys that follow from the words. */
  Account account(Network network);
}
