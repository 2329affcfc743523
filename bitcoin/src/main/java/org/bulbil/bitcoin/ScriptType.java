package org.bulbil.bitcoin;

import org.bulbil.core.money.Sats;

/**
 * The standard forms of a locking script, with what an output of each costs.
 *
 * <p>Dust limits are those of Bitcoin Core's relay rule at 3 sat/vB, unchanged for years.
 */
public enum ScriptType {
  P2PKH(34, 546),
  P2SH(32, 540),
  P2WPKH(31, 294),
  P2WSH(43, 330),
  P2TR(43, 330);

  private final int outputVbytes;
  private final long dustLimit;

  ScriptType(int outputVbytes, long dustLimit) {
    this.outputVbytes = outputVbytes;
    this.dustLimit = dustLimit;
  }

  /** The size of an output that pays such a script, in virtual bytes. */
  public int outputVbytes() {
    return outputVbytes;
  }

  /** The least amount that nodes relay in such an output. */
  public Sats dustLimit() {
    return Sats.of(dustLimit);
  }
}
