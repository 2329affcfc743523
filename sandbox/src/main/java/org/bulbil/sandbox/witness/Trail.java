package org.bulbil.sandbox.witness;

import fr.acinq.bitcoin.BlockId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.ledger.ChainView;
import org.bulbil.sandbox.chain.ledger.MinedBlock;
import org.bulbil.sandbox.chain.rules.Spending;

/** Every payment in the chain's blocks, followed block by block. One thread. */
final class Trail {

  private final RegtestChain chain;
  private final List<Spending> payments = new ArrayList<>();
  private int height;
  private Optional<BlockId> last = Optional.empty();

  Trail(RegtestChain chain) {
    this.chain = chain;
  }

  /**
   * Goes on to the block at {@code target}. Where a reorganisation has taken blocks off, begins
   * anew from the first.
   *
   * @return the payments that came; empty after a reorganisation means no more than that
   */
  List<Spending> followTo(int target) {
    return chain.read(view -> followTo(target, view));
  }

  private List<Spending> followTo(int target, ChainView view) {
    if (!stands(view)) {
      payments.clear();
      height = 0;
    }
    int known = payments.size();
    IntStream.rangeClosed(height + 1, Math.min(target, view.height()))
        .mapToObj(view::block)
        .flatMap(Optional::stream)
        .forEach(this::enter);
    return List.copyOf(payments.subList(known, payments.size()));
  }

  private boolean stands(ChainView view) {
    return last.isEmpty() || view.block(height).map(MinedBlock::id).equals(last);
  }

  private void enter(MinedBlock block) {
    payments.addAll(block.payments());
    height = block.height();
    last = Optional.of(block.id());
  }

  /** Height of the last block followed; 0 before the first. */
  int height() {
    return height;
  }

  /** All payments so far, in the order of the chain. */
  List<Spending> payments() {
    return List.copyOf(payments);
  }
}
