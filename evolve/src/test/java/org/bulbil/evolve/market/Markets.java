package org.bulbil.evolve.market;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Markets for tests: an even one, and the real one where its files are. */
public final class Markets {

  private static final LocalDate FIRST = LocalDate.parse("2019-01-02");

  private Markets() {}

  /** So many days at one fee rate and one price. */
  public static Market even(int days, int satPerVb, int dollarsPerBitcoin) {
    return Market.of(
        DailySeries.of(FIRST, filled(days, 1000 * satPerVb)),
        DailySeries.of(FIRST, filled(days, 100 * dollarsPerBitcoin)));
  }

  /** Days at these fee rates in sat/vB and a price of $10,000. */
  public static Market of(int... satPerVb) {
    return Market.of(
        DailySeries.of(FIRST, Arrays.stream(satPerVb).map(rate -> 1000 * rate).toArray()),
        DailySeries.of(FIRST, filled(satPerVb.length, 1_000_000)));
  }

  private static int[] filled(int days, int value) {
    var values = new int[days];
    Arrays.fill(values, value);
    return values;
  }

  /** 2019-01-02 to 2022-12-31, where the shared data lie above the working folder. */
  public static Optional<Market> real() {
    return Stream.of("..", "../..", "../../..")
        .map(up -> Path.of(up, "shared", "data", "economy"))
        .filter(folder -> Files.exists(folder.resolve("feerate_daily.csv")))
        .findFirst()
        .map(
            folder ->
                Market.read(
                        folder.resolve("feerate_daily.csv"), folder.resolve("btc_usd_daily.csv"))
                    .between(FIRST, LocalDate.parse("2022-12-31")));
  }
}
