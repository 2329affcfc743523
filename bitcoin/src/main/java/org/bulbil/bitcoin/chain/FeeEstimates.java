package org.bulbil.bitcoin.chain;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.bulbil.core.money.FeeRate;

/**
 * What servers expect a transaction must pay.
 *
 * @param byTarget the rate that confirms within so many blocks; may be empty on a young chain
 */
public record FeeEstimates(NavigableMap<Integer, FeeRate> byTarget) {

  public FeeEstimates {
    byTarget = Collections.unmodifiableNavigableMap(new TreeMap<>(byTarget));
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

  /** The lower of both for each target that both know; all of one where the other is empty. */
  public FeeEstimates lower(FeeEstimates that) {
    if (byTarget.isEmpty() || that.byTarget.isEmpty()) {
      return byTarget.isEmpty() ? that : this;
    }
    var lower = new TreeMap<Integer, FeeRate>();
    byTarget.forEach(
        (target, ours) ->
            that.within(target).ifPresent(rate -> lower.put(target, FeeRate.min(ours, rate))));
    return new FeeEstimates(lower);
  }
}
