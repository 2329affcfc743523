package org.bulbil.bitcoin.spv;

import fr.acinq.bitcoin.BlockHeader;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.core.outcome.Outcome;

/**
 * Extends our chain downwards, a batch a heartbeat, from where a newborn began to the checkpoint:
 * then every block of ours rests on work that begins at a block which no server chose.
 *
 * <p>Headers that do not fit are not taken and asked for again; a chain that reaches the
 * checkpoint's height with another block is not Bitcoin's, and nothing on it counts any more.
 */
final class Ancestry {

  /** Headers read in one heartbeat: 20 questions to an Esplora server. */
  private static final int BATCH = 200;

  private final HeaderStore store;
  private final HeaderRules rules;
  private final Checkpoint checkpoint;

  Ancestry(HeaderStore store, HeaderRules rules, Checkpoint checkpoint) {
    this.store = store;
    this.rules = rules;
    this.checkpoint = checkpoint;
  }

  /** Whether our chain reaches down to the checkpoint. */
  boolean isComplete() {
    return store.birth() <= checkpoint.height();
  }

  /** How far it reaches, for people; empty where it is complete. */
  Optional<String> remark() {
    return isComplete()
        ? Optional.empty()
        : Optional.of(
            "headers are checked down to block %d so far, on the way to block %d, which is built in"
                .formatted(store.birth(), checkpoint.height()));
  }

  /** Takes a step down. Unknown where this chain cannot be the network's. */
  Outcome<Boolean> descend(ChainSource source) {
    if (isComplete()) {
      return Outcome.done(true);
    }
    int birth = store.birth();
    int from = Math.max(checkpoint.height(), birth - BATCH);
    return source
        .headers(from, birth - from)
        .answer()
        .filter(headers -> headers.size() == birth - from && fits(headers, from))
        .map(headers -> take(headers, from))
        .orElseGet(() -> Outcome.done(false));
  }

  /** Whether every header follows its former, and our lowest one follows the last. */
  private boolean fits(List<BlockHeader> headers, int from) {
    var at = known(headers, from);
    for (int height = from + 1; height <= from + headers.size(); height++) {
      if (broken(height, at).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private Outcome<Boolean> take(List<BlockHeader> headers, int from) {
    if (from == checkpoint.height()
        && !BlockHash.of(headers.getFirst()).equals(checkpoint.hash())) {
      return Outcome.unknown(
          "the servers' chain does not contain block %d of this network, which is built in"
              .formatted(from));
    }
    var at = known(headers, from);
    for (int start = HeaderRules.periodFrom(from);
        start < from + headers.size();
        start += HeaderRules.PERIOD) {
      int next = start + HeaderRules.PERIOD;
      var broken = at.apply(next).flatMap(_ -> broken(next, at));
      if (broken.isPresent()) {
        return Outcome.unknown(
            "block %d of our chain is none of this network: %s".formatted(next, broken.get()));
      }
    }
    store.prepend(headers);
    return Outcome.done(isComplete());
  }

  private Optional<String> broken(int height, IntFunction<Optional<BlockHeader>> at) {
    return rules.broken(
        at.apply(height - 1).orElseThrow(), at.apply(height).orElseThrow(), height, at);
  }

  private IntFunction<Optional<BlockHeader>> known(List<BlockHeader> headers, int from) {
    return height ->
        height >= from && height < from + headers.size()
            ? Optional.of(headers.get(height - from))
            : store.at(height);
  }
}
