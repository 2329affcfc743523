package org.bulbil.bitcoin.spv;

/** From which block a new header chain starts. */
public enum Birthday {
  /** A few blocks below the tip of the first day: a wallet has no gifts from before its birth. */
  RECENT,
  /** The network's first block, for a chain that is short. */
  GENESIS
}
