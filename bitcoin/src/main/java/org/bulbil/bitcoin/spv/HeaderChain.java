package org.bulbil.bitcoin.spv;

import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.UInt256;
import java.util.List;
import java.util.Optional;
import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.MerkleProof;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.bitcoin.store.Store;
import org.bulbil.core.outcome.Outcome;

/**
 * Our own chain of block headers, each checked. Of two branches the one with more work is ours; at
 * equal work the one we saw first.
 *
 * <p>What this trusts: a wallet that is born at the tip takes its first header from the servers,
 * checked only for its work, until the heartbeats after have read the chain down to the built-in
 * {@link Checkpoint}. Everything above must be mined on top.
 */
public final class HeaderChain {

  /** Headers read in one heartbeat, so that a long sleep is caught up in steps. */
  private static final int BATCH = 100;

  /** The deepest reorganisation followed, and how far below the tip a recent birthday lies. */
  private static final int REORG_MAX = 100;

  /** Most reorganisations are this shallow. */
  private static final int REORG_USUAL = 6;

  /**
   * Where our chain stands after an {@link #advance}.
   *
   * @param isCaughtUp whether it reaches the server's tip, as far as that has more work
   */
  public record Progress(Tip tip, boolean isCaughtUp) {}

  private final HeaderStore store;
  private final HeaderRules rules;
  private final Network network;
  private final Birthday birthday;
  private final Checkpoint checkpoint;
  private final Ancestry ancestry;

  public HeaderChain(Store store, Network network, Birthday birthday) {
    this(store, network, birthday, Checkpoint.of(network));
  }

  HeaderChain(Store store, Network network, Birthday birthday, Checkpoint checkpoint) {
    this.store = new HeaderStore(store);
    this.rules = new HeaderRules(network);
    this.network = network;
    this.birthday = birthday;
    this.checkpoint = checkpoint;
    this.ancestry = new Ancestry(this.store, rules, checkpoint);
  }

  public Optional<Tip> tip() {
    return store.tip();
  }

  public Optional<BlockHeader> header(int height) {
    return store.at(height);
  }

  /** Whether {@code block} is in our chain. */
  public boolean holds(Tip block) {
    return store.holds(block);
  }

  /**
   * How often blocks of ours were replaced by others, since the start; what was proven may not be.
   */
  public long forks() {
    return store.forks();
  }

  /** The height of our first header; it falls until {@link #reachesCheckpoint}. */
  public int birth() {
    return store.birth();
  }

  /** Whether every header of ours is known to descend from the built-in one. */
  public boolean reachesCheckpoint() {
    return ancestry.isComplete();
  }

  /** What of the chain is not checked yet, for people. */
  public Optional<String> remark() {
    return ancestry.remark();
  }

  /**
   * Reads at most {@value #BATCH} headers, or a branch of a reorganisation, towards the tip; once
   * there, some more down towards the checkpoint.
   */
  public Outcome<Progress> advance(ChainSource source) {
    return source
        .tip()
        .flatMap(
            theirs ->
                tip()
                    .map(ours -> follow(source, ours, theirs))
                    .orElseGet(() -> begin(source, theirs)))
        .flatMap(
            progress ->
                progress.isCaughtUp()
                    ? ancestry.descend(source).map(_ -> progress)
                    : Outcome.done(progress));
  }

  /** Whether {@code proof} ties {@code transaction} to the header that we have at its height. */
  public boolean proves(TxId transaction, MerkleProof proof) {
    return store
        .at(proof.height())
        .filter(header -> MerkleBranch.root(transaction, proof).equals(header.hashMerkleRoot))
        .isPresent();
  }

  private Outcome<Progress> begin(ChainSource source, Tip theirs) {
    if (theirs.height() < checkpoint.height()) {
      return Outcome.unknown(
          "the servers' chain ends at block %d, below the built-in block %d"
              .formatted(theirs.height(), checkpoint.height()));
    }
    int first =
        birthday == Birthday.GENESIS
            ? 0
            : Math.max(checkpoint.height(), theirs.height() - REORG_MAX);
    return source
        .headers(first, Math.min(BATCH, theirs.height() - first + 1))
        .flatMap(headers -> begin(headers, first, theirs));
  }

  private Outcome<Progress> begin(List<BlockHeader> headers, int first, Tip theirs) {
    if (headers.isEmpty()) {
      return Outcome.unknown("a server has no block " + first + ", but one at " + theirs.height());
    }
    return rules
        .brokenAtBirth(headers.getFirst(), first)
        .map(rule -> this.<Progress>refused(first, rule))
        .orElseGet(() -> append(headers.getFirst(), first, headers, theirs));
  }

  private Outcome<Progress> append(
      BlockHeader birth, int height, List<BlockHeader> headers, Tip theirs) {
    return checked(birth, height, headers.subList(1, headers.size()))
        .map(_ -> stored(height, headers, theirs));
  }

  private Outcome<Progress> follow(ChainSource source, Tip ours, Tip theirs) {
    if (isOnOurChain(theirs)) {
      return Outcome.done(new Progress(ours, true));
    }
    if (theirs.height() <= ours.height()) {
      return reorganise(source, ours, theirs, REORG_USUAL);
    }
    int next = ours.height() + 1;
    return source
        .headers(next, Math.min(BATCH, theirs.height() - ours.height()))
        .flatMap(headers -> extend(source, ours, theirs, headers));
  }

  private boolean isOnOurChain(Tip theirs) {
    return store.holds(theirs);
  }

  private Outcome<Progress> extend(
      ChainSource source, Tip ours, Tip theirs, List<BlockHeader> headers) {
    if (headers.isEmpty()) {
      return Outcome.done(new Progress(ours, false));
    }
    if (!BlockHash.before(headers.getFirst()).equals(ours.hash())) {
      return reorganise(source, ours, theirs, REORG_USUAL);
    }
    return checked(store.at(ours.height()).orElseThrow(), ours.height(), headers)
        .map(_ -> stored(ours.height() + 1, headers, theirs));
  }

  /** Looks for the block that both chains share, {@code depth} below the lower tip or above. */
  private Outcome<Progress> reorganise(ChainSource source, Tip ours, Tip theirs, int depth) {
    int lower = Math.min(ours.height(), theirs.height());
    int base = Math.max(store.birth(), lower - depth);
    return source
        .headers(base + 1, Math.min(depth + BATCH, theirs.height() - base))
        .flatMap(branch -> reorganise(source, ours, theirs, depth, base, branch));
  }

  private Outcome<Progress> reorganise(
      ChainSource source, Tip ours, Tip theirs, int depth, int base, List<BlockHeader> branch) {
    if (branch.isEmpty()) {
      return Outcome.done(new Progress(ours, false));
    }
    var shared = store.at(base).orElseThrow();
    if (BlockHash.before(branch.getFirst()).equals(BlockHash.of(shared))) {
      return checked(shared, base, branch).map(_ -> heavier(base, branch, ours, theirs));
    }
    return depth < REORG_MAX && base > store.birth()
        ? reorganise(source, ours, theirs, REORG_MAX)
        : Outcome.unknown(
            "a server's chain left ours at or below block "
                + base
                + "; it is on another network, or lying, or ours was abandoned");
  }

  private Progress heavier(int base, List<BlockHeader> branch, Tip ours, Tip theirs) {
    if (work(branch).compareTo(work(store.from(base + 1))) <= 0) {
      return new Progress(ours, true);
    }
    return stored(base + 1, branch, theirs);
  }

  private static UInt256 work(List<BlockHeader> headers) {
    var sum = new UInt256();
    headers.forEach(header -> sum.plusAssign(header.blockProof()));
    return sum;
  }

  private Progress stored(int height, List<BlockHeader> headers, Tip theirs) {
    store.replaceFrom(height, headers);
    var tip = new Tip(height + headers.size() - 1, BlockHash.of(headers.getLast()));
    return new Progress(tip, tip.height() >= theirs.height());
  }

  /** Done where every header follows its former by the rules. */
  private Outcome<Boolean> checked(BlockHeader base, int baseHeight, List<BlockHeader> headers) {
    var former = base;
    for (int i = 0; i < headers.size(); i++) {
      int height = baseHeight + i + 1;
      var broken = rules.broken(former, headers.get(i), height, known(baseHeight, headers));
      if (broken.isPresent()) {
        return refused(height, broken.get());
      }
      former = headers.get(i);
    }
    return Outcome.done(true);
  }

  private java.util.function.IntFunction<Optional<BlockHeader>> known(
      int baseHeight, List<BlockHeader> headers) {
    return height ->
        height > baseHeight && height - baseHeight <= headers.size()
            ? Optional.of(headers.get(height - baseHeight - 1))
            : store.at(height);
  }

  private <T> Outcome<T> refused(int height, String rule) {
    return Outcome.unknown(
        "block " + height + " of a server is no block of " + network + ": " + rule);
  }
}
