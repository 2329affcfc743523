package org.bulbil.bitcoin.selection;

import java.util.Collection;
import org.bulbil.bitcoin.ScriptType;

/** Sizes of transactions before they are signed: a signed one is at most this large. */
public final class Size {

  /** Version and lock time; the witness marker and flag are 2 units more. */
  private static final int FIXED_UNITS = 4 * 8 + 2;

  /** Nodes do not relay a transaction of more than 400,000 weight units. */
  public static final long VBYTES_MAX = 100_000;

  private Size() {}

  /** Virtual bytes of a transaction with these inputs and outputs. */
  public static long vbytes(Collection<Spending> inputs, Collection<ScriptType> outputs) {
    long inputUnits = inputs.stream().mapToLong(Spending::units).sum();
    long outputBytes = outputs.stream().mapToLong(ScriptType::outputVbytes).sum();
    long counts = (long) countBytes(inputs.size()) + countBytes(outputs.size());
    return Math.ceilDiv(FIXED_UNITS + 4 * (counts + outputBytes) + inputUnits, 4L);
  }

  /** Bytes of a count in a transaction. */
  private static int countBytes(int count) {
    return count < 0xfd ? 1 : 3;
  }
}
