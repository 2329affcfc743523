package org.bulbil.bitcoin.psbt;

import java.math.BigDecimal;
import java.util.Optional;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.core.money.FeeRate;

/** What a person wants to bid for room in a block. */
public final class TypedRate {

  /** Nobody has had to pay more for longer than hours. */
  public static final FeeRate MOST = FeeRate.ofSatPerVb(500);

  /**
   * Blocks within which a donor's payment should be in one, where nothing else is said: two hours.
   */
  private static final int TARGET_BLOCKS = 12;

  private TypedRate() {}

  /**
   * The rate, within what makes sense.
   *
   * @param satPerVb satoshis per virtual byte
   * @throws IllegalArgumentException naming the bound that it breaks
   */
  public static FeeRate of(BigDecimal satPerVb) {
    var named = FeeRate.ofSatPerVb(satPerVb);
    if (named.compareTo(FeeRate.RELAY_FLOOR) < 0 || named.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "nodes relay nothing below %s, and nothing above %s makes sense"
              .formatted(FeeRate.RELAY_FLOOR, MOST));
    }
    return named;
  }

  /** The same as it is typed, such as {@code 2.5}. */
  public static FeeRate read(String text) {
    if (!text.matches("[0-9]{1,4}(\\.[0-9]{1,3})?")) {
      throw new IllegalArgumentException(
          "a fee rate is satoshis per virtual byte, such as 2.5, not '%s'".formatted(text));
    }
    return of(new BigDecimal(text));
  }

  /**
   * What servers expect, for who types none, within the same bounds; empty where they are silent.
   */
  public static Optional<FeeRate> guessed(FeeEstimates estimates) {
    return estimates
        .within(TARGET_BLOCKS)
        .map(rate -> FeeRate.min(FeeRate.max(rate, FeeRate.RELAY_FLOOR), MOST));
  }
}
