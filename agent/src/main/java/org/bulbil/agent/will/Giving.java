package org.bulbil.agent.will;

import java.util.Optional;
import java.util.function.Supplier;
import org.bulbil.agent.birth.StartGift;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.PaymentOrder;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.payment.FeePolicy;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.policy.Price;

/** Sends a start gift to a child. */
public final class Giving implements StartGift {

  private static final int GIFT_FEE_PERCENT = 20;
  private static final int GIFT_TARGET_BLOCKS = 12;

  private final Wallet wallet;
  private final Cents startGift;
  private final Supplier<Optional<Price>> price;

  /**
   * @param startGift what a child gets, in cents
   * @param price of a bitcoin; empty while unknown
   */
  public Giving(Wallet wallet, Cents startGift, Supplier<Optional<Price>> price) {
    this.wallet = wallet;
    this.startGift = startGift;
    this.price = price;
  }

  @Override
  public Optional<String> send(Hostname child, Address address) {
    return price
        .get()
        .map(known -> known.rate().satsFor(startGift))
        .flatMap(
            amount -> wallet.feeEstimates().answer().map(e -> send(child, address, amount, e)));
  }

  private String send(Hostname child, Address address, Sats amount, FeeEstimates estimates) {
    return switch (gift(child, address, amount)
        .map(order -> wallet.outbox().pay(order, estimates))) {
      case Outcome.Done<PayAnswer>(PayAnswer.Recorded(Payment payment)) ->
          "start gift of " + payment.amount() + " sent";
      case Outcome.Done<PayAnswer>(PayAnswer.CannotAfford(Sats missing)) ->
          "no start gift: " + missing + " are missing";
      case Outcome.Done<PayAnswer>(PayAnswer.TooExpensive(Sats fee, _)) ->
          "no start gift: its fee would be " + fee;
      case Outcome.Refused<PayAnswer>(String why, _) -> "no start gift: " + why;
      case Outcome.Unknown<PayAnswer>(String why) -> "no start gift: " + why;
    };
  }

  private static Outcome<PaymentOrder> gift(Hostname child, Address address, Sats amount) {
    var fees =
        new FeePolicy(
            GIFT_TARGET_BLOCKS, FeeRate.RELAY_FLOOR, FeeRate.ofSatPerVb(50), GIFT_FEE_PERCENT);
    return amount.covers(address.type().dustLimit())
        ? Outcome.done(new PaymentOrder("gift:" + child, Purpose.START_GIFT, address, amount, fees))
        : Outcome.refused(amount + " is dust", 0);
  }
}
