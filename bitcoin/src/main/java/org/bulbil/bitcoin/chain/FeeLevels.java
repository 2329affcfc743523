package org.bulbil.bitcoin.chain;

import java.util.List;
import java.util.Map;
import org.bulbil.core.money.FeeRate;

/**
 * What several servers expect a transaction must pay: for each target the lowest and the highest
 * that one of them says.
 *
 * <p>Neither alone is safe. One that lies upwards would cost money if the highest always counted;
 * one that lies downwards would keep a payment waiting for ever if the lowest did. So a bid begins
 * at the lowest and goes to the highest when its time runs out, within the payer's own caps.
 *
 * @param low never above {@code high}
 */
public record FeeLevels(FeeEstimates low, FeeEstimates high) {

  /**
   * What to believe where no server has said anything for long and waiting is worse than a wrong
   * bid: 15 sat/vB, the median of the economical daily rates of 2019 to 2022.
   */
  public static final FeeLevels GUESS = of(FeeEstimates.flat(FeeRate.ofSatPerVb(15)));

  /** Nothing is known: whoever bids by it bids the floor. */
  public static final FeeLevels NONE = of(FeeEstimates.of(Map.of()));

  /** Where only one server speaks. */
  public static FeeLevels of(FeeEstimates estimates) {
    return new FeeLevels(estimates, estimates);
  }

  /** Both ends of what several servers say, at least one. */
  public static FeeLevels of(List<FeeEstimates> estimates) {
    return new FeeLevels(
        estimates.stream().reduce(FeeEstimates::lower).orElseThrow(),
        estimates.stream().reduce(FeeEstimates::higher).orElseThrow());
  }
}
