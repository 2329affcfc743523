package org.bulbil.agent.launch;

import java.util.Collections;
import java.util.List;
import org.bulbil.bitcoin.ScriptType;
import org.bulbil.bitcoin.payment.Weight;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;

/**
 * What a launch costs.
 *
 * @param choice what is bought
 * @param days of each first lease
 * @param rent what the provider quotes for these days of one relay
 * @param smallest the least credit that it sells at once, whole dollars
 * @param price of a bitcoin, by an invoice of the provider's
 * @param rate that payments are taken to bid
 */
public record Bill(Choice choice, int days, Cents rent, Cents smallest, Rate price, FeeRate rate) {

  /** What a bitcoin's price may move until the last invoice is paid; the rest is swept back. */
  private static final int MARGIN_PERCENT = 5;

  /** A fee that is expected may become this many times as large while it waits for a block. */
  private static final int FEE_RISE = 3;

  /** The largest fee of a payment, in percent of it: above that a launch should wait. */
  private static final int FEE_PERCENT_MOST = 50;

  private static final int FEE_PERCENT_LEAST = 5;

  /** The credit that each relay's token gets: its days in whole dollars. */
  public Cents credit() {
    var wanted = Cents.dollars(rent.wholeDollarsUp());
    return wanted.covers(smallest) ? wanted : smallest;
  }

  /** What all tokens get. */
  public Cents total() {
    return credit().times(choice.relays());
  }

  public Sats sats() {
    return Sats.of(price.satsFor(credit()).value() * choice.relays());
  }

  /** Of the payments, one for each relay, and of the one that breaks the coin into as many. */
  public Sats fees() {
    return payments().plus(breaking());
  }

  private Sats payments() {
    var payment = Weight.vbytes(1, List.of(ScriptType.P2WPKH, ScriptType.P2WPKH));
    return rate.feeFor(payment * choice.relays());
  }

  private Sats breaking() {
    var pieces = Collections.nCopies(choice.relays() + 1, ScriptType.P2WPKH);
    return choice.relays() > 1 ? rate.feeFor(Weight.vbytes(1, pieces)) : Sats.ZERO;
  }

  /** The most that breaking coins may cost. */
  Cents breakingMost() {
    return up(Sats.of(breaking().value() * FEE_RISE));
  }

  /** The largest fee of each payment, in percent of it. */
  public int feePercent() {
    return Math.clamp(percent(FEE_RISE), FEE_PERCENT_LEAST, FEE_PERCENT_MOST);
  }

  private long percent(int rise) {
    return Math.ceilDiv(payments().value() * 100 * rise, sats().value());
  }

  /** With fees as they are expected. */
  public Cents expected() {
    return total().plus(up(fees()));
  }

  /** With the lowest limit on fees that still lets the expected ones through. */
  Cents least() {
    return limit(percent(1));
  }

  /** With the highest fees that may be paid. */
  public Cents most() {
    return limit(feePercent());
  }

  /** Every payment's own fee is rounded up to a cent. */
  private Cents limit(long feePercent) {
    var fee = Cents.of(Math.ceilDiv(credit().value() * feePercent, 100L));
    return total().plus(fee.times(choice.relays())).plus(breakingMost());
  }

  /** What is to be sent to the launcher's wallet. */
  public Sats asked() {
    var bare = sats().plus(fees());
    return bare.plus(bare.percent(MARGIN_PERCENT));
  }

  private Cents up(Sats sats) {
    return price.centsFor(sats).plus(Cents.of(1));
  }
}
