package org.bulbil.sandbox.chain.rules;

import fr.acinq.bitcoin.Block;
import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.ByteVector32;
import fr.acinq.bitcoin.OP_1;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.money.Sats;

/** Consensus rules about a block on top of the tip, except what its transactions spend. */
public final class BlockRules {

  /** How far a block's clock may be ahead of ours. */
  private static final Duration FUTURE_MAX = Duration.ofHours(2);

  /** BIP34, BIP65 and BIP66 have made the older versions invalid. */
  private static final int MIN_VERSION = 4;

  /**
   * A block under judgement.
   *
   * @param parent the tip that it is to extend
   * @param now what the node's clock says
   */
  public record Candidate(Block block, BlockHeader parent, Calendar calendar, Instant now) {

    private Transaction coinbase() {
      return block.tx.getFirst();
    }
  }

  private static final List<Rule<Candidate>> RULES =
      List.of(
          it -> Breach.where(!isChild(it), "bad-prevblk"),
          it -> Breach.where(it.block().header.bits != Regtest.BITS, "bad-diffbits"),
          it -> Breach.where(!it.block().header.checkProofOfWork(), "high-hash"),
          it -> Breach.where((int) it.block().header.version < MIN_VERSION, "bad-version"),
          BlockRules::time,
          it -> Breach.where(it.block().tx.isEmpty(), "bad-blk-length"),
          it -> Breach.where(!TransactionRules.isCoinbase(it.coinbase()), "bad-cb-missing"),
          it -> Breach.where(hasSecondCoinbase(it.block()), "bad-cb-multiple"),
          BlockRules::merkleRoot,
          BlockRules::transactions,
          it -> Breach.where(Sizes.weight(it.block()) > Regtest.MAX_BLOCK_WEIGHT, "bad-blk-weight"),
          it -> Breach.where(!startsWithHeight(it), "bad-cb-height"),
          BlockRules::witness);

  private BlockRules() {}

  public static Optional<Breach> check(Candidate candidate) {
    return Rule.firstBroken(candidate, RULES);
  }

  /** Whether the coinbase takes no more than the subsidy and {@code fees}. */
  public static Optional<Breach> reward(Block block, int height, Sats fees) {
    long taken = block.tx.getFirst().txOut.stream().mapToLong(it -> it.amount.toLong()).sum();
    var allowed = Regtest.subsidy(height).plus(fees);
    return taken > allowed.value()
        ? Breach.of("bad-cb-amount", taken + " > " + allowed.value())
        : Optional.empty();
  }

  /** How a coinbase script begins: the height as a script number (BIP34). */
  public static ByteVector heightPrefix(int height) {
    if (height <= 16) {
      return new ByteVector(new byte[] {(byte) (OP_1.INSTANCE.getCode() + height - 1)});
    }
    var number = Script.encodeNumber(height);
    return new ByteVector(new byte[] {(byte) number.size()}).concat(number);
  }

  private static boolean isChild(Candidate candidate) {
    return candidate.block().header.hashPreviousBlock.equals(candidate.parent().hash);
  }

  private static Optional<Breach> time(Candidate candidate) {
    long time = candidate.block().header.time;
    var calendar = candidate.calendar();
    if (time <= calendar.medianTimePast(calendar.nextHeight() - 1)) {
      return Breach.of("time-too-old", "not after the median of eleven blocks");
    }
    return Breach.where(time > candidate.now().plus(FUTURE_MAX).getEpochSecond(), "time-too-new");
  }

  private static boolean hasSecondCoinbase(Block block) {
    return block.tx.stream().skip(1).anyMatch(TransactionRules::isCoinbase);
  }

  private static Optional<Breach> merkleRoot(Candidate candidate) {
    var block = candidate.block();
    if (!Commitments.merkleRoot(block.tx).equals(block.header.hashMerkleRoot)) {
      return Breach.of("bad-txnmrklroot", "");
    }
    var seen = new HashSet<TxId>();
    return Breach.where(
        !block.tx.stream().map(tx -> tx.txid).allMatch(seen::add), "bad-txns-duplicate");
  }

  private static boolean startsWithHeight(Candidate candidate) {
    var prefix = heightPrefix(candidate.calendar().nextHeight());
    var script = candidate.coinbase().txIn.getFirst().signatureScript;
    return script.size() >= prefix.size() && script.take(prefix.size()).equals(prefix);
  }

  private static Optional<Breach> witness(Candidate candidate) {
    var committed = Commitments.committed(candidate.coinbase());
    return committed.isEmpty()
        ? Breach.where(
            candidate.block().tx.stream().anyMatch(Transaction::getHasWitness),
            "unexpected-witness")
        : witness(candidate, committed.get());
  }

  private static Optional<Breach> witness(Candidate candidate, ByteVector32 committed) {
    var stack = candidate.coinbase().txIn.getFirst().witness.stack;
    if (stack.size() != 1 || stack.getFirst().size() != 32) {
      return Breach.of("bad-witness-nonce-size", "");
    }
    var reserved = new ByteVector32(stack.getFirst());
    return Breach.where(
        !Commitments.witnessHash(candidate.block(), reserved).equals(committed),
        "bad-witness-merkle-match");
  }

  private static Optional<Breach> transactions(Candidate candidate) {
    return candidate.block().tx.stream()
        .map(TransactionRules::check)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
