package org.bulbil.bitcoin.spv;

import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.UInt256;
import java.util.Optional;
import java.util.function.IntFunction;
import org.bulbil.bitcoin.Network;

/**
 * What a header must satisfy to follow another: link, proof of work, and the difficulty of its
 * network. Test networks other than regtest are checked for link and work only (testnet's
 * difficulty may drop to nothing, signet's blocks are signed): no money is at stake there.
 */
final class HeaderRules {

  /** Difficulty changes every 2,016 blocks. */
  static final int PERIOD = 2016;

  /** In one change, by a factor of four at most. */
  private static final int STEP_BITS = 2;

  /**
   * A difficulty of about 10^13, a tenth of what mainnet had in 2025. Wallets of this program are
   * born later, so an easier chain offered to a newborn is not Bitcoin.
   */
  private static final long MAINNET_EASIEST_BITS = 0x171c0000L;

  private final Network network;

  HeaderRules(Network network) {
    this.network = network;
  }

  /** The first height at or above {@code height} at which difficulty may change. */
  static int periodFrom(int height) {
    return Math.ceilDiv(height, PERIOD) * PERIOD;
  }

  /** The rule that {@code header} breaks as the first one of a chain, if any. */
  Optional<String> brokenAtBirth(BlockHeader header, int height) {
    if (height == 0) {
      return header.equals(network.genesis().header)
          ? Optional.empty()
          : Optional.of("it is not the first block of " + network);
    }
    if (network == Network.MAINNET && target(header).compareTo(target(MAINNET_EASIEST_BITS)) > 0) {
      return Optional.of("its work is far below that of Bitcoin");
    }
    return brokenWork(header);
  }

  /**
   * The rule that {@code header} breaks after {@code former}, if any.
   *
   * @param at headers that we know, by height; empty where before our birthday
   */
  Optional<String> broken(
      BlockHeader former, BlockHeader header, int height, IntFunction<Optional<BlockHeader>> at) {
    if (!header.hashPreviousBlock.equals(former.hash)) {
      return Optional.of("it does not follow the block before it");
    }
    return brokenDifficulty(former, header, height, at).or(() -> brokenWork(header));
  }

  private static Optional<String> brokenWork(BlockHeader header) {
    return BlockHeader.checkProofOfWork(header)
        ? Optional.empty()
        : Optional.of("its hash does not have the work that it claims");
  }

  private Optional<String> brokenDifficulty(
      BlockHeader former, BlockHeader header, int height, IntFunction<Optional<BlockHeader>> at) {
    boolean fits =
        switch (network) {
          case MAINNET ->
              height % PERIOD == 0
                  ? retargets(former, header, at.apply(height - PERIOD))
                  : header.bits == former.bits;
          case REGTEST -> header.bits == network.genesis().header.bits;
          case TESTNET, SIGNET -> true;
        };
    return fits ? Optional.empty() : Optional.of("its difficulty is not the one due");
  }

  /** Exactly, where we know when the period began; within the allowed step, where we do not. */
  private static boolean retargets(
      BlockHeader former, BlockHeader header, Optional<BlockHeader> first) {
    return first
        .map(began -> header.bits == BlockHeader.calculateNextWorkRequired(former, began.time))
        .orElseGet(() -> isWithinStep(target(former), target(header)));
  }

  private static boolean isWithinStep(UInt256 from, UInt256 to) {
    return to.compareTo(from.shl(STEP_BITS)) <= 0 && to.shl(STEP_BITS).compareTo(from) >= 0;
  }

  private static UInt256 target(BlockHeader header) {
    return target(header.bits);
  }

  private static UInt256 target(long bits) {
    return UInt256.decodeCompact(bits).getFirst();
  }
}
