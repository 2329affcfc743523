package org.bulbil.bitcoin;

/**
 * The id of a transaction: the double SHA-256 of it without its witnesses.
 *
 * @param hex as people write it: reversed, 64 digits in lower case
 */
public record TxId(String hex) implements Comparable<TxId> {

  public TxId {
    Hex.hash("a transaction id", hex);
  }

  public static TxId of(fr.acinq.bitcoin.Transaction transaction) {
    return new TxId(Hex.of(transaction.txid.value));
  }

  public static TxId of(fr.acinq.bitcoin.TxId id) {
    return new TxId(Hex.of(id.value));
  }

  public fr.acinq.bitcoin.TxId toKmp() {
    return new fr.acinq.bitcoin.TxId(hex);
  }

  /** As merkle trees hash it: the written form reversed. */
  public byte[] merkleLeaf() {
    return Hex.reversed(hex);
  }

  @Override
  public int compareTo(TxId that) {
    return hex.compareTo(that.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
