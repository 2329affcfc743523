package org.bulbil.bitcoin.psbt;

import java.util.Collection;
import java.util.stream.Stream;
import org.bulbil.bitcoin.Payout;
import org.bulbil.bitcoin.Payouts;
import org.bulbil.bitcoin.selection.Bill;
import org.bulbil.bitcoin.selection.Bill.Chosen;
import org.bulbil.bitcoin.selection.Bill.Missing;
import org.bulbil.bitcoin.selection.Size;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;

/**
 * A payment that a donor is to sign: exact amounts, the fee on top.
 *
 * @param change where what is left over goes
 */
public record Donation(Payouts payouts, ChangeTo change, FeeRate rate) {

  public Donation {
    if (change.address().network() != payouts.network()) {
      throw new IllegalArgumentException(
          "change to %s is on another network than the payment, %s"
              .formatted(change.address(), payouts.network()));
    }
    if (payouts.all().stream().map(Payout::address).anyMatch(change.address()::equals)) {
      throw new IllegalArgumentException(
          change.address() + " is paid already; change goes to an address of the donor");
    }
  }

  /**
   * The payment from some of {@code offered}; refused where they do not reach, or it is too large.
   */
  public Outcome<UnsignedPayment> from(Collection<DonorCoin> offered) {
    var coins = offered.stream().distinct().toList();
    var bill =
        new Bill(
            payouts.total(), payouts.types(), change.address().type(), change.spending(), rate);
    return switch (bill.cover(coins, coin -> coin.value().value(), DonorCoin::spending)) {
      case Chosen<DonorCoin> chosen -> sized(chosen);
      case Missing<DonorCoin>(Sats missing) ->
          Outcome.refused(
              "the %s in %d coins do not reach: %s to pay, the fee at %s on top, and %s are missing"
                  .formatted(
                      Sats.sum(coins.stream().map(DonorCoin::value).toList()),
                      coins.size(),
                      payouts.total(),
                      rate,
                      missing),
              0);
    };
  }

  private Outcome<UnsignedPayment> sized(Chosen<DonorCoin> chosen) {
    long vbytes = vbytes(chosen);
    return vbytes > Size.VBYTES_MAX
        ? Outcome.refused(
            "with %d inputs and %d outputs it has %,d vB, and nodes relay %,d at most; pay a part, or gather coins first"
                .formatted(chosen.coins().size(), payouts.all().size(), vbytes, Size.VBYTES_MAX),
            0)
        : Outcome.done(UnsignedPayment.of(payouts, change, chosen, vbytes));
  }

  private long vbytes(Chosen<DonorCoin> chosen) {
    var inputs = chosen.coins().stream().map(DonorCoin::spending).toList();
    var outputs = payouts.types().stream();
    return Size.vbytes(
        inputs,
        chosen.change().isZero()
            ? outputs.toList()
            : Stream.concat(outputs, Stream.of(change.address().type())).toList());
  }
}
