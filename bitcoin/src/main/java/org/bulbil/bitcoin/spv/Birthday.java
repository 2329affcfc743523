package org.bulbil.bitcoin.spv;

/** From which block a new header chain starts. */
public enum Birthday {
  /**
   * A few blocks below the tip of the first day, since a wallet has no gifts from before its birth;
   * then down to the built-in checkpoint, so that one whose database was lost finds its own.
   */
  RECENT,
  /** The network's first block, for a chain that is short. */
  GENESIS
}
