package org.bulbil.bitcoin;

/**
 * One output of one transaction.
 *
 * @param index from 0; a block has no room for a transaction with 100,000 outputs of 31 vB
 */
public record OutPoint(TxId transaction, int index) implements Comparable<OutPoint> {

  private static final int INDEX_MAX = 1_000_000;

  public OutPoint {
    if (index < 0 || index > INDEX_MAX) {
      throw new IllegalArgumentException("not the index of an output: " + index);
    }
  }

  public static OutPoint of(fr.acinq.bitcoin.OutPoint point) {
    return new OutPoint(TxId.of(point.txid), Math.toIntExact(point.index));
  }

  public fr.acinq.bitcoin.OutPoint toKmp() {
    return new fr.acinq.bitcoin.OutPoint(transaction.toKmp(), index);
  }

  @Override
  public int compareTo(OutPoint that) {
    int byTransaction = transaction.compareTo(that.transaction);
    return byTransaction != 0 ? byTransaction : Integer.compare(index, that.index);
  }

  @Override
  public String toString() {
    return transaction + ":" + index;
  }
}
