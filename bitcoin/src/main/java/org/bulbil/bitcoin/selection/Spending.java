package org.bulbil.bitcoin.selection;

import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/**
 * How a coin of one key is spent, and what that weighs (BIP141): 4 units for each byte outside the
 * witness and 1 inside, with the longest signature that signers make today (72 bytes with its type,
 * 65 for taproot).
 */
public enum Spending {
  /** A signature and a key in the input's script; no witness but its empty count. */
  PKH(4 * (41 + 107) + 1),
  /** A witness program in a script hash; signature and key in the witness. */
  SH_WPKH(4 * (41 + 23) + 108),
  WPKH(4 * 41 + 108),
  /** The key path of BIP341, with a type of signature that is not the default. */
  TR(4 * 41 + 67);

  private final int units;

  Spending(int units) {
    this.units = units;
  }

  /** Weight units that an input of this kind adds. */
  public int units() {
    return units;
  }

  /** The same in virtual bytes, rounded up. */
  public long vbytes() {
    return Math.ceilDiv(units, 4);
  }

  /** What spending one such coin costs. */
  public Sats cost(FeeRate rate) {
    return rate.feeFor(vbytes());
  }
}
