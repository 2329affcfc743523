package org.bulbil.bitcoin;

import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.BlockId;

/**
 * The name of a block: the double SHA-256 of its header.
 *
 * @param hex as people write it: reversed, so that work shows as leading zeros
 */
public record BlockHash(String hex) {

  public BlockHash {
    Hex.hash("a block hash", hex);
  }

  public static BlockHash of(BlockHeader header) {
    return new BlockHash(Hex.of(header.blockId.value));
  }

  /** The block that {@code header} builds on. */
  public static BlockHash before(BlockHeader header) {
    return new BlockHash(Hex.of(new BlockId(header.hashPreviousBlock).value));
  }

  @Override
  public String toString() {
    return hex;
  }
}
