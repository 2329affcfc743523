package org.bulbil.evolve.market;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;

/**
 * Fee rates and prices of bitcoin on successive days, as they were or as somebody imagines them.
 * Days are counted from 0, the first.
 */
public final class Market {

  private static final CsvColumn FEES = new CsvColumn("feerate_sat_vb", 3, 10_000);
  private static final CsvColumn PRICES = new CsvColumn("close_usd", 2, 10_000_000);

  private final LocalDate first;
  private final FeeRate[] feeRates;
  private final Rate[] prices;
  private final FeeRate[] lows;
  private final FeeRate[] medians;

  private Market(
      LocalDate first, FeeRate[] feeRates, Rate[] prices, FeeRate[] lows, FeeRate[] medians) {
    this.first = first;
    this.feeRates = feeRates;
    this.prices = prices;
    this.lows = lows;
    this.medians = medians;
  }

  /**
   * The days that both files have.
   *
   * @param fees a CSV file with the columns {@code date} and {@code feerate_sat_vb}
   * @param prices a CSV file with the columns {@code date} and {@code close_usd}
   * @throws IllegalArgumentException naming file, line, field and rule, where one is broken
   */
  public static Market read(Path fees, Path prices) {
    return of(FEES.read(fees), PRICES.read(prices));
  }

  /**
   * The days that both have.
   *
   * @param fees in satoshis per 1,000 vB
   * @param prices in cents per bitcoin
   */
  public static Market of(DailySeries fees, DailySeries prices) {
    var from = fees.first().isAfter(prices.first()) ? fees.first() : prices.first();
    var to = fees.last().isBefore(prices.last()) ? fees.last() : prices.last();
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "fees (%s to %s) and prices (%s to %s) have no day in common"
              .formatted(fees.first(), fees.last(), prices.first(), prices.last()));
    }
    var rates = fees.between(fees.first(), to);
    int skipped = rates.length - Math.toIntExact(to.toEpochDay() - from.toEpochDay() + 1);
    return new Market(
        from,
        rates(rates, skipped),
        Arrays.stream(prices.between(from, to)).mapToObj(Rate::new).toArray(Rate[]::new),
        rates(TrailingQuantiles.of(rates, 25), skipped),
        rates(TrailingQuantiles.of(rates, 50), skipped));
  }

  private static FeeRate[] rates(int[] satPerKvb, int skipped) {
    return Arrays.stream(satPerKvb).skip(skipped).mapToObj(FeeRate::new).toArray(FeeRate[]::new);
  }

  /** These days alone, both inside; what was cheap is still judged by the days before them. */
  public Market between(LocalDate from, LocalDate to) {
    if (from.isBefore(first) || to.isAfter(last()) || to.isBefore(from)) {
      throw new IllegalArgumentException(
          "%s to %s is not within the data, which run from %s to %s"
              .formatted(from, to, first, last()));
    }
    int begin = Math.toIntExact(from.toEpochDay() - first.toEpochDay());
    int end = Math.toIntExact(to.toEpochDay() - first.toEpochDay()) + 1;
    return new Market(
        from,
        Arrays.copyOfRange(feeRates, begin, end),
        Arrays.copyOfRange(prices, begin, end),
        Arrays.copyOfRange(lows, begin, end),
        Arrays.copyOfRange(medians, begin, end));
  }

  public LocalDate first() {
    return first;
  }

  public LocalDate last() {
    return first.plusDays(days() - 1L);
  }

  /** How many there are, at least 1. */
  public int days() {
    return feeRates.length;
  }

  /** What a payment bid for one of the next blocks. */
  public FeeRate feeRate(int day) {
    return feeRates[day];
  }

  /** What a bitcoin cost. */
  public Rate price(int day) {
    return prices[day];
  }

  /** The fee rate that a quarter of the last 90 days did not exceed. */
  public FeeRate low(int day) {
    return lows[day];
  }

  /** The fee rate that half of the last 90 days did not exceed. */
  public FeeRate median(int day) {
    return medians[day];
  }

  /** The lowest fee rate of {@code days} days from {@code day} on, or of those that there are. */
  public FeeRate lowestWithin(int day, int days) {
    int end = Math.min(feeRates.length, day + days);
    return Arrays.stream(feeRates, day, end).min(FeeRate::compareTo).orElseThrow();
  }

  /** As in {@code 2019-01-02 to 2022-12-31}. */
  @Override
  public String toString() {
    return first + " to " + last();
  }
}
