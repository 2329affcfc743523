package org.bulbil.bitcoin.chain;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.bulbil.core.money.FeeRate;

/**
 * What servers expect a transaction must pay.
 *
 * <p>Whatever pays for a block soon pays for a later one: a rate that rises with its target is read
 * as the lower one of a nearer target.
 *
 * @param byTarget the rate that confirms within so many blocks, 1 to {@value #TARGET_MAX}, never
 *     rising; may be empty on a young chain
 */
public record FeeEstimates(NavigableMap<Integer, FeeRate> byTarget) {

  /** A week of blocks, the longest that nodes estimate. */
  public static final int TARGET_MAX = 1008;

  public FeeEstimates {
    byTarget = Collections.unmodifiableNavigableMap(falling(new TreeMap<>(byTarget)));
  }

  private static NavigableMap<Integer, FeeRate> falling(NavigableMap<Integer, FeeRate> raw) {
    if (!raw.isEmpty() && (raw.firstKey() < 1 || raw.lastKey() > TARGET_MAX)) {
      throw new IllegalArgumentException("no estimate reaches 1 to 1008 blocks: " + raw.keySet());
    }
    var falling = new TreeMap<Integer, FeeRate>();
    raw.forEach(
        (target, rate) ->
            falling.put(
                target,
                falling.isEmpty() ? rate : FeeRate.min(rate, falling.lastEntry().getValue())));
    return falling;
  }

  public static FeeEstimates of(Map<Integer, FeeRate> byTarget) {
    return new FeeEstimates(new TreeMap<>(byTarget));
  }

  /** One rate for every target, for tests and fixed bids. */
  public static FeeEstimates flat(FeeRate rate) {
    return of(Map.of(1, rate));
  }

  /** The rate for confirmation within {@code blocks}: that of the nearest target not above it. */
  public Optional<FeeRate> within(int blocks) {
    var entry = byTarget.floorEntry(blocks);
    return Optional.ofNullable(entry == null ? byTarget.firstEntry() : entry)
        .map(Map.Entry::getValue);
  }

  /** The lower of both for each target of ours; all of one where the other is empty. */
  public FeeEstimates lower(FeeEstimates that) {
    return merged(that, FeeRate::min);
  }

  /** The higher of both for each target of ours; all of one where the other is empty. */
  public FeeEstimates higher(FeeEstimates that) {
    return merged(that, FeeRate::max);
  }

  private FeeEstimates merged(FeeEstimates that, BinaryOperator<FeeRate> choice) {
    if (byTarget.isEmpty() || that.byTarget.isEmpty()) {
      return byTarget.isEmpty() ? that : this;
    }
    var merged = new TreeMap<Integer, FeeRate>();
    byTarget.forEach(
        (target, ours) ->
            that.within(target)
                .ifPresent(theirs -> merged.put(target, choice.apply(ours, theirs))));
    return new FeeEstimates(merged);
  }
}
