package org.bulbil.bitcoin.chain.esplora;

import fr.acinq.bitcoin.BlockHash;
import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.BlockId;
import fr.acinq.bitcoin.ByteVector32;
import io.avaje.jsonb.Json;
import java.util.Optional;
import org.bulbil.bitcoin.chain.Tip;
import org.jspecify.annotations.Nullable;

/** A block as {@code /blocks} lists it. Some servers leave parts of the header out. */
@Json(naming = Json.Naming.LowerUnderscore)
record BlockMessage(
    String id,
    int height,
    long version,
    @Nullable String previousblockhash,
    @Nullable String merkleRoot,
    long timestamp,
    long bits,
    long nonce) {

  private static final long FOUR_BYTES = 0xffffffffL;

  Tip tip() {
    return new Tip(height, new org.bulbil.bitcoin.BlockHash(id));
  }

  /** The header, if all its parts are here and it has the hash that names the block. */
  Optional<BlockHeader> header() {
    if (previousblockhash == null || merkleRoot == null || bits == 0) {
      return Optional.empty();
    }
    var header =
        new BlockHeader(
            version & FOUR_BYTES,
            new BlockHash(new BlockId(previousblockhash)),
            new ByteVector32(merkleRoot).reversed(),
            timestamp,
            bits,
            nonce);
    return Optional.of(header).filter(it -> it.blockId.value.toHex().equals(id));
  }
}
