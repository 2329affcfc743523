package org.bulbil.sandbox.chain.ledger;

import fr.acinq.bitcoin.TxId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bulbil.core.money.FeeRate;
import org.bulbil.sandbox.chain.rules.Regtest;

/** Which waiting transactions go into the next block: the best-paying packages that fit. */
public final class Choice {

  /** Room left for header and coinbase. */
  private static final int RESERVED_WEIGHT = 4_000;

  private final Mempool mempool;
  private final Set<TxId> chosen = new LinkedHashSet<>();
  private int room = Regtest.MAX_BLOCK_WEIGHT - RESERVED_WEIGHT;

  private Choice(Mempool mempool) {
    this.mempool = mempool;
  }

  /** A transaction with those of its ancestors that a block would need along with it. */
  private record Family(List<MempoolEntry> members) {

    long fee() {
      return members.stream().mapToLong(member -> member.fee().value()).sum();
    }

    long virtualSize() {
      return members.stream().mapToLong(MempoolEntry::virtualSize).sum();
    }

    double rate() {
      return (double) fee() / virtualSize();
    }

    int weight() {
      return members.stream().mapToInt(it -> it.spending().transaction().weight()).sum();
    }
  }

  /**
   * Parents before children; children pay for their parents.
   *
   * @param least what a package must pay to be taken
   */
  public static List<MempoolEntry> best(Mempool mempool, FeeRate least) {
    return new Choice(mempool).choose(least);
  }

  private List<MempoolEntry> choose(FeeRate least) {
    mempool.entries().stream()
        .map(this::withAncestors)
        .sorted(Comparator.comparingDouble(Family::rate).reversed())
        .filter(it -> it.fee() >= least.feeFor(it.virtualSize()).value())
        .forEach(this::takeIfItFits);
    return mempool.entries().stream().filter(entry -> chosen.contains(entry.id())).toList();
  }

  private Family withAncestors(MempoolEntry entry) {
    var members = new ArrayList<MempoolEntry>();
    mempool
        .ancestors(entry.spending().transaction())
        .forEach(id -> mempool.entry(id).ifPresent(members::add));
    members.add(entry);
    return new Family(members);
  }

  private void takeIfItFits(Family candidate) {
    var missing =
        new Family(candidate.members().stream().filter(it -> !chosen.contains(it.id())).toList());
    if (missing.weight() <= room) {
      room -= missing.weight();
      missing.members().forEach(member -> chosen.add(member.id()));
    }
  }
}
