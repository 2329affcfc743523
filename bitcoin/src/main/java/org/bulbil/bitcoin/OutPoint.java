package org.bulbil.bitcoin;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One output of one transaction.
 *
 * @param index from 0; a block has no room for a transaction with 100,000 outputs of 31 vB
 */
public record OutPoint(TxId transaction, int index) implements Comparable<OutPoint> {

  private static final int INDEX_MAX = 1_000_000;

  public OutPoint {
    if (!isIndex(index)) {
      throw new IllegalArgumentException("not the index of an output: " + index);
    }
  }

  public static boolean isIndex(long index) {
    return index >= 0 && index <= INDEX_MAX;
  }

  public static OutPoint of(fr.acinq.bitcoin.OutPoint point) {
    return new OutPoint(TxId.of(point.txid), Math.toIntExact(point.index));
  }

  public fr.acinq.bitcoin.OutPoint toKmp() {
    return new fr.acinq.bitcoin.OutPoint(transaction.toKmp(), index);
  }

  /** Several, separated by blanks. */
  public static String join(List<OutPoint> points) {
    return points.stream().map(OutPoint::toString).collect(Collectors.joining(" "));
  }

  /** From the form of {@link #join}. */
  public static List<OutPoint> split(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(" ", -1)).map(OutPoint::parse).toList();
  }

  /** From the form of {@link #toString}. */
  public static OutPoint parse(String text) {
    int colon = text.indexOf(':');
    return new OutPoint(
        new TxId(text.substring(0, Math.max(0, colon))),
        Integer.parseInt(text.substring(colon + 1)));
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
