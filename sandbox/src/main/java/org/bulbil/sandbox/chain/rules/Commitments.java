package org.bulbil.sandbox.chain.rules;

import fr.acinq.bitcoin.Block;
import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.ByteVector32;
import fr.acinq.bitcoin.Crypto;
import fr.acinq.bitcoin.MerkleTree;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxOut;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a block commits to its transactions: merkle root, and witness commitment (BIP141). */
public final class Commitments {

  /** OP_RETURN, a push of 36 bytes, and the four bytes that BIP141 chose. */
  private static final ByteVector PREFIX = ByteVector.fromHex("6a24aa21a9ed");

  /** What the coinbase's witness holds for future rules. */
  public static final ByteVector32 RESERVED = ByteVector32.Zeroes;

  private Commitments() {}

  public static ByteVector32 merkleRoot(List<Transaction> transactions) {
    return MerkleTree.computeRoot(transactions.stream().map(tx -> tx.hash.value).toList());
  }

  /**
   * The script of the output that commits to all witnesses.
   *
   * @param payments everything in the block but the coinbase
   */
  public static ByteVector witnessScript(List<Transaction> payments) {
    return PREFIX.concat(witnessHash(payments, RESERVED));
  }

  /** The last output of {@code coinbase} that looks like a commitment: the one that counts. */
  static Optional<ByteVector32> committed(Transaction coinbase) {
    return coinbase.txOut.reversed().stream()
        .map((TxOut output) -> output.publicKeyScript)
        .filter(script -> script.size() >= 38 && script.take(PREFIX.size()).equals(PREFIX))
        .findFirst()
        .map(script -> new ByteVector32(script.slice(PREFIX.size(), 38)));
  }

  static ByteVector32 witnessHash(Block block, ByteVector32 reserved) {
    return witnessHash(block.tx.subList(1, block.tx.size()), reserved);
  }

  private static ByteVector32 witnessHash(List<Transaction> payments, ByteVector32 reserved) {
    var leaves =
        Stream.concat(Stream.of(ByteVector32.Zeroes), payments.stream().map(Commitments::wtxid));
    var root = MerkleTree.computeRoot(leaves.toList());
    return new ByteVector32(Crypto.hash256(root.concat(reserved)));
  }

  private static ByteVector32 wtxid(Transaction transaction) {
    return new ByteVector32(Crypto.hash256(Transaction.write(transaction)));
  }
}
