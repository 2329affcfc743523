package org.bulbil.sandbox.chain.rules;

import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/**
 * When a transaction may take the place of others in the mempool: BIP125 without its opt-in, as
 * nodes with full replacement do.
 */
public final class ReplacementRules {

  /** BIP125 rule 5: so many transactions may fall to one replacement. */
  public static final int MAX_REPLACED = 100;

  /** BIP125 rule 4: a replacement pays this for its own size on top of what it replaces. */
  public static final FeeRate INCREMENT = FeeRate.RELAY_FLOOR;

  /**
   * A replacement under judgement.
   *
   * @param rivals those in the mempool that spend a coin of the newcomer
   * @param replaced the rivals and all that descend from them
   * @param unconfirmedParents the newcomer's parents in the mempool
   */
  public record Replacement(
      Spending newcomer,
      Collection<Spending> rivals,
      Collection<Spending> replaced,
      Set<TxId> unconfirmedParents) {}

  private static final List<Rule<Replacement>> RULES =
      List.of(
          it ->
              Breach.where(it.replaced().size() > MAX_REPLACED, "too many potential replacements"),
          ReplacementRules::parents,
          ReplacementRules::rate,
          ReplacementRules::fee);

  private ReplacementRules() {}

  public static Optional<Breach> check(Replacement replacement) {
    return Rule.firstBroken(replacement, RULES);
  }

  private static Optional<Breach> parents(Replacement replacement) {
    var doomed =
        replacement.replaced().stream()
            .map(it -> it.transaction().txid)
            .collect(Collectors.toSet());
    if (replacement.unconfirmedParents().stream().anyMatch(doomed::contains)) {
      return Breach.of("bad-txns-spends-conflicting-tx", "it spends what it would replace");
    }
    var known =
        replacement.rivals().stream()
            .flatMap(rival -> parents(rival.transaction()))
            .collect(Collectors.toSet());
    return Breach.where(
        !known.containsAll(replacement.unconfirmedParents()), "replacement-adds-unconfirmed");
  }

  private static java.util.stream.Stream<TxId> parents(Transaction transaction) {
    return transaction.txIn.stream().map(input -> input.outPoint.txid);
  }

  private static Optional<Breach> rate(Replacement replacement) {
    var newcomer = replacement.newcomer();
    return replacement.rivals().stream()
        .filter(rival -> !paysHigherRate(newcomer, rival))
        .findFirst()
        .flatMap(
            rival ->
                Breach.of(
                    "insufficient fee",
                    "the rate does not exceed that of " + rival.transaction().txid));
  }

  /** Compares fee / size without dividing. */
  private static boolean paysHigherRate(Spending a, Spending b) {
    return a.fee().value() * b.virtualSize() > b.fee().value() * a.virtualSize();
  }

  private static Optional<Breach> fee(Replacement replacement) {
    var newcomer = replacement.newcomer();
    var replaced = Sats.sum(replacement.replaced().stream().map(Spending::fee).toList());
    var least = replaced.plus(INCREMENT.feeFor(newcomer.virtualSize()));
    return newcomer.fee().covers(least)
        ? Optional.empty()
        : Breach.of(
            "insufficient fee",
            "rejecting replacement, " + newcomer.fee().value() + " < " + least.value());
  }
}
