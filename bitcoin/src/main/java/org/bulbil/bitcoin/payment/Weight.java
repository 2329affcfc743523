package org.bulbil.bitcoin.payment;

import java.util.List;
import org.bulbil.bitcoin.ScriptType;

/**
 * Sizes of transactions before they are signed, in virtual bytes (BIP141). All our inputs are
 * P2WPKH, counted with the longest signature, so a signed transaction is at most this large.
 */
public final class Weight {

  /** 41 bytes outside the witness at 4 units, 108 bytes of witness at 1. */
  private static final int INPUT_UNITS = 4 * 41 + 108;

  /** Version and lock time; the witness marker and flag are 2 units more. */
  private static final int FIXED_UNITS = 4 * 8 + 2;

  private Weight() {}

  /** Of a transaction with so many inputs of ours and these outputs. */
  public static long vbytes(int inputs, List<ScriptType> outputs) {
    long outputBytes = outputs.stream().mapToLong(ScriptType::outputVbytes).sum();
    long counts = (long) countBytes(inputs) + countBytes(outputs.size());
    return Math.ceilDiv(FIXED_UNITS + 4 * (counts + outputBytes) + (long) INPUT_UNITS * inputs, 4L);
  }

  /** What spending one coin of ours adds: 68. */
  public static long inputVbytes() {
    return Math.ceilDiv(INPUT_UNITS, 4);
  }

  /** Bytes of a count in a transaction. */
  private static int countBytes(int count) {
    return count < 0xfd ? 1 : 3;
  }
}
