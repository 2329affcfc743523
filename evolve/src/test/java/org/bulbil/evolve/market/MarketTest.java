package org.bulbil.evolve.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketTest {

  private static final LocalDate FIRST = LocalDate.parse("2019-01-02");

  @TempDir private Path folder;
  private Path fees;
  private Path prices;

  @BeforeEach
  void writeFiles() throws IOException {
    fees = folder.resolve("fees.csv");
    prices = folder.resolve("prices.csv");
    Files.writeString(
        fees,
        """
        date,feerate_sat_vb,source
        2019-01-02,1.139,somebody
        2019-01-03,0.0004,somebody
        2019-01-04,20,somebody
        """);
    Files.writeString(
        prices,
        """
        date,volume,close_usd
        2019-01-01,1,3843.52
        2019-01-02,1,3943.4093
        2019-01-03,1,3836.746
        """);
  }

  @Test
  void daysThatBothFilesHaveAreRead() {
    // Aim: units, rounding, other columns ignored, the common stretch alone.
    var market = Market.read(fees, prices);
    assertThat(market).hasToString("2019-01-02 to 2019-01-03");
    assertThat(market.days()).isEqualTo(2);
    assertThat(market.feeRate(0)).isEqualTo(new FeeRate(1139));
    assertThat(market.feeRate(1)).as("never zero").isEqualTo(new FeeRate(1));
    assertThat(market.price(0)).isEqualTo(new Rate(394_341));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2019-01-03,0,x       | line 3, field feerate_sat_vb must be above 0",
        "2019-01-03,-1.5,x    | line 3, field feerate_sat_vb must be above 0",
        "2019-01-03,10001,x   | line 3, field feerate_sat_vb must be above 0 and at most 10000",
        "2019-01-03,NaN,x     | line 3, field feerate_sat_vb must be a number, not 'NaN'",
        "2019-01-03,1e9,x     | line 3, field feerate_sat_vb must be a number, not '1e9'",
        "2019-01-03           | line 3, field feerate_sat_vb must be a number, not ''",
        "2019-01-04,5,x       | line 3, field date must be 2019-01-03, not 2019-01-04: a gap",
        "2019-01-02,5,x       | line 3, field date must be 2019-01-03, not 2019-01-02: a day twice",
        "2018-01-02,5,x       | line 3, field date must be 2019-01-03, not 2018-01-02: a day twice",
        "2019-02-30,5,x       | line 3, field date must be a day such as 2019-01-02, not '2019-02",
        "yesterday,5,x        | line 3, field date must be a day",
      })
  void aBadLineIsNamed(String line, String complaint) throws IOException {
    // Aim: file, line, field and rule.
    Files.writeString(fees, "date,feerate_sat_vb,source\n2019-01-02,1,x\n" + line + "\n");
    assertThatThrownBy(() -> Market.read(fees, prices))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fees.csv, " + complaint);
  }

  @Test
  void badFilesAreNamed() throws IOException {
    // Aim: what is wrong with the file as a whole.
    assertThatThrownBy(() -> Market.read(folder.resolve("none.csv"), prices))
        .hasMessageContaining("there is no file")
        .hasMessageContaining("none.csv");
    assertThatThrownBy(() -> Market.read(prices, prices))
        .hasMessageContaining("prices.csv, line 1")
        .hasMessageContaining("'feerate_sat_vb'");
    Files.writeString(fees, "date,feerate_sat_vb\n");
    assertThatThrownBy(() -> Market.read(fees, prices)).hasMessageContaining("no line");
    Files.writeString(fees, "");
    assertThatThrownBy(() -> Market.read(fees, prices)).hasMessageContaining("line 1");
    Files.write(fees, new byte[] {'d', (byte) 0xff, '\n'});
    assertThatThrownBy(() -> Market.read(fees, prices)).hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> Market.read(folder, prices)).hasMessageContaining("cannot be read");
  }

  @Test
  void seriesWithoutACommonDayAreRefused() {
    // Aim: both ranges are named.
    assertThatThrownBy(
            () -> Market.of(DailySeries.of(FIRST, 1), DailySeries.of(FIRST.plusDays(1), 1)))
        .hasMessageContaining("(2019-01-02 to 2019-01-02)")
        .hasMessageContaining("(2019-01-03 to 2019-01-03)");
  }

  @Test
  void quantilesLookBackNinetyDaysAndNoFurther() {
    // Aim: nearest rank over today and the 89 days before, or those that there are.
    var rising = market(IntStream.rangeClosed(1, 400).toArray());
    assertThat(rising.low(0).satPerKvb()).isEqualTo(1);
    assertThat(rising.low(3).satPerKvb()).isEqualTo(1);
    assertThat(rising.median(3).satPerKvb()).isEqualTo(2);
    assertThat(rising.low(399).satPerKvb()).isEqualTo(310 + 23);
    assertThat(rising.median(399).satPerKvb()).isEqualTo(310 + 45);
    var flat = market(IntStream.generate(() -> 7).limit(200).toArray());
    assertThat(flat.low(199)).isEqualTo(flat.median(120)).isEqualTo(new FeeRate(7));
  }

  @Test
  void aStretchStillRemembersTheDaysBefore() {
    // Aim: what is cheap on the first day of a stretch is not what that day alone says.
    var whole = market(IntStream.rangeClosed(1, 400).toArray());
    var stretch = whole.between(FIRST.plusDays(200), FIRST.plusDays(300));
    assertThat(stretch.days()).isEqualTo(101);
    assertThat(stretch.first()).isEqualTo(FIRST.plusDays(200));
    assertThat(stretch.low(0)).isEqualTo(whole.low(200));
    assertThat(stretch.feeRate(100)).isEqualTo(whole.feeRate(300));
    assertThat(stretch.price(5)).isEqualTo(whole.price(205));
  }

  @ParameterizedTest
  @CsvSource({"2019-01-01,2019-01-03", "2019-01-02,2019-01-05", "2019-01-03,2019-01-02"})
  void daysOutsideTheDataAreRefused(LocalDate from, LocalDate to) {
    // Aim: the message has the range that there is.
    assertThatThrownBy(() -> market(1, 2, 3).between(from, to))
        .hasMessageContaining("which run from 2019-01-02 to 2019-01-04");
  }

  @Test
  void theLowestRateIsOfDaysAhead() {
    // Aim: the window begins today and ends with the data.
    var market = market(5, 3, 4, 1, 9);
    assertThat(market.lowestWithin(0, 3).satPerKvb()).isEqualTo(3);
    assertThat(market.lowestWithin(0, 4).satPerKvb()).isEqualTo(1);
    assertThat(market.lowestWithin(4, 365).satPerKvb()).isEqualTo(9);
  }

  private static Market market(int... satPerKvb) {
    var prices = IntStream.range(0, satPerKvb.length).map(i -> 1_000_000 + i).toArray();
    return Market.of(DailySeries.of(FIRST, satPerKvb), DailySeries.of(FIRST, prices));
  }
}
