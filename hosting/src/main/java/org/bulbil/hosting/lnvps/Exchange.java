package org.bulbil.hosting.lnvps;

import static org.bulbil.hosting.json.Fields.required;
import static org.bulbil.hosting.json.Fields.sensible;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.hosting.json.Nonsense;
import org.jspecify.annotations.Nullable;

/**
 * LNVPS's exchange rates, by which its prices in euros become ours in US cents.
 *
 * @param perBitcoin units of each currency for one bitcoin
 */
record Exchange(Map<String, BigDecimal> perBitcoin) {

  private static final int DIGITS = 12;
  private static final BigDecimal MILLISATS_PER_BITCOIN = BigDecimal.TEN.pow(11);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static Exchange of(Body.@Nullable Prices prices) {
    var present = required("data", prices);
    if (present.base() != null && !present.base().equals("BTC")) {
      throw new Nonsense("base is not the BTC that was asked for");
    }
    return new Exchange(required("rates", present.rates()));
  }

  /** The price of a bitcoin. */
  Rate bitcoin() {
    var cents = price("USD").multiply(HUNDRED).setScale(0, RoundingMode.HALF_EVEN);
    return sensible("rates.USD", () -> new Rate(cents.longValueExact()));
  }

  /**
   * A day's rent: the price with VAT, in dollars, by the days of its interval, rounded up to a
   * cent. A month is 30 days, which is what LNVPS itself sells as one (2,592,000 s); a year is 365.
   */
  Cents rent(Body.@Nullable CostPlan plan, int vatPercent) {
    var present = required("cost_plan", plan);
    var amount = required("cost_plan.amount", present.amount());
    var dollars = dollars(amount, required("cost_plan.currency", present.currency()));
    var cents =
        dollars
            .multiply(BigDecimal.valueOf(100L + vatPercent))
            .divide(BigDecimal.valueOf(days(present)), 0, RoundingMode.CEILING);
    return sensible("cost_plan.amount", () -> new Cents(cents.longValueExact()));
  }

  private BigDecimal dollars(BigDecimal smallestUnits, String currency) {
    return currency.equals("BTC")
        ? smallestUnits.multiply(price("USD")).divide(MILLISATS_PER_BITCOIN)
        : smallestUnits
            .multiply(price("USD"))
            .divide(price(currency).multiply(HUNDRED), DIGITS, RoundingMode.HALF_EVEN);
  }

  private BigDecimal price(String currency) {
    var price = required("rates." + currency, perBitcoin.get(currency));
    if (price.signum() <= 0) {
      throw new Nonsense("rates." + currency + " is not above zero");
    }
    return price;
  }

  private static int days(Body.CostPlan plan) {
    int count = required("cost_plan.interval_amount", plan.intervalAmount());
    int length =
        switch (required("cost_plan.interval_type", plan.intervalType())) {
          case "day" -> 1;
          case "month" -> 30;
          case "year" -> 365;
          default -> throw new Nonsense("cost_plan.interval_type is not day, month or year");
        };
    if (count < 1 || count > 100) {
      throw new Nonsense("cost_plan.interval_amount is not 1 to 100");
    }
    return count * length;
  }
}
