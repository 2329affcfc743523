package org.bulbil.bitcoin.chain;

import org.bulbil.bitcoin.BlockHash;

/**
 * The newest block of a chain.
 *
 * @param height from 0, at most 10,000,000 (a century of blocks)
 */
public record Tip(int height, BlockHash hash) {

  private static final int HEIGHT_MAX = 10_000_000;

  public Tip {
    if (!isHeight(height)) {
      throw new IllegalArgumentException("not the height of a block: " + height);
    }
  }

  public static boolean isHeight(long height) {
    return height >= 0 && height <= HEIGHT_MAX;
  }
}
