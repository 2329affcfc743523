package org.bulbil.bitcoin;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bulbil.core.money.Sats;

/**
 * Payments as wallets take them from a file: {@code ADDRESS,AMOUNT}, one a line. Electrum wants two
 * fields and no title; Sparrow takes these two, and a third for a label.
 */
public record PayToMany(Payouts payouts, Unit unit) {

  private static final double SATS_PER_BITCOIN = 100_000_000;

  /** In what amounts are written. */
  public enum Unit {
    BTC(8),
    MBTC(5),
    SAT(0);

    private final int decimals;

    Unit(int decimals) {
      this.decimals = decimals;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }

    String text(Sats amount) {
      return BigDecimal.valueOf(amount.value(), decimals).toPlainString();
    }
  }

  /** The lines, in order of the outputs. */
  public String text() {
    return payouts.all().stream()
        .map(payout -> payout.address() + "," + unit.text(payout.amount()) + "\n")
        .collect(Collectors.joining());
  }

  /**
   * How many amounts Sparrow would make 1 sat smaller: it reads bitcoins as binary fractions,
   * multiplies and cuts off. 0 in satoshis.
   */
  public int roundedDown() {
    return unit == Unit.BTC
        ? (int) payouts.all().stream().map(Payout::amount).filter(PayToMany::isCut).count()
        : 0;
  }

  private static boolean isCut(Sats amount) {
    double bitcoins = Double.parseDouble(Unit.BTC.text(amount));
    return (long) (bitcoins * SATS_PER_BITCOIN) != amount.value();
  }
}
