package org.bulbil.sandbox.chain.esplora;

import io.avaje.jsonb.Json;
import java.util.Optional;
import org.bulbil.sandbox.chain.ledger.MinedBlock;

/** A block without its transactions. The genesis block has no predecessor. */
@Json(naming = Json.Naming.LowerUnderscore)
record BlockMessage(
    String id,
    int height,
    long version,
    long timestamp,
    int txCount,
    int size,
    int weight,
    String merkleRoot,
    Optional<String> previousblockhash,
    long mediantime,
    long nonce,
    long bits,
    double difficulty) {

  /** The highest target that Bitcoin allows, over that of regtest, which is 2^24 times as high. */
  private static final double DIFFICULTY = 0xffff / (double) 0x7fffff / (1 << 24);

  static BlockMessage of(MinedBlock mined) {
    var header = mined.block().header;
    return new BlockMessage(
        mined.id().toString(),
        mined.height(),
        header.version,
        header.time,
        mined.block().tx.size(),
        mined.bytes(),
        mined.weight(),
        header.hashMerkleRoot.reversed().toHex(),
        Optional.of(header.hashPreviousBlock.value.reversed().toHex())
            .filter(_ -> mined.height() > 0),
        mined.medianTimePast(),
        header.nonce,
        header.bits,
        DIFFICULTY);
  }
}
