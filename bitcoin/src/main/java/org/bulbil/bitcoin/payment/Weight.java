package org.bulbil.bitcoin.payment;

import java.util.Collections;
import java.util.List;
import org.bulbil.bitcoin.ScriptType;
import org.bulbil.bitcoin.selection.Size;
import org.bulbil.bitcoin.selection.Spending;

/** Sizes of the wallet's transactions, in virtual bytes: all our inputs are P2WPKH. */
public final class Weight {

  private Weight() {}

  /** Of a transaction with so many inputs of ours and these outputs. */
  public static long vbytes(int inputs, List<ScriptType> outputs) {
    return Size.vbytes(Collections.nCopies(inputs, Spending.WPKH), outputs);
  }

  /** What spending one coin of ours adds: 68. */
  public static long inputVbytes() {
    return Spending.WPKH.vbytes();
  }
}
