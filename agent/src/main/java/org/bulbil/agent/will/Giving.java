package org.bulbil.agent.will;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bulbil.agent.birth.StartGift;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.PaymentOrder;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.outbox.SweepOrder;
import org.bulbil.bitcoin.payment.FeePolicy;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;

/** Sends what is given on: the remainder to the beneficiary, a start gift to a child. */
public final class Giving implements StartGift {

  private static final int GIFT_FEE_PERCENT = 20;
  private static final int GIFT_TARGET_BLOCKS = 12;

  private final Wallet wallet;
  private final Journal journal;
  private final Address beneficiary;
  private final FeePolicy willFees;
  private final Cents startGift;
  private final Supplier<Optional<Rate>> price;

  /**
   * @param feeCap the highest fee rate ever paid
   * @param startGift what a child gets, in cents
   * @param price of a bitcoin; empty while unknown
   */
  public Giving(
      Wallet wallet,
      Journal journal,
      Address beneficiary,
      FeeRate feeCap,
      Cents startGift,
      Supplier<Optional<Rate>> price) {
    this.wallet = wallet;
    this.journal = journal;
    this.beneficiary = beneficiary;
    this.willFees = new FeePolicy(1, FeeRate.RELAY_FLOOR, feeCap, 100);
    this.startGift = startGift;
    this.price = price;
  }

  /**
   * Sends every coin that is free now to the beneficiary. The payment is named after these coins,
   * so that each of them goes at most once, and a gift that comes later makes another will.
   */
  public void lastWill(WalletView view) {
    wallet.feeEstimates().answer().ifPresent(estimates -> lastWill(view, estimates));
  }

  private void lastWill(WalletView view, FeeEstimates estimates) {
    var order =
        new SweepOrder(
            "will:" + nameOfCoins(view), Purpose.WILL, beneficiary, willFees.rate(estimates));
    switch (wallet.outbox().sweep(order)) {
      case PayAnswer.Recorded(Payment payment) ->
          journal.note(Entry.Kind.WILL, "gave %s to %s".formatted(payment.amount(), beneficiary));
      case PayAnswer.CannotAfford(Sats missing) ->
          journal.note(Entry.Kind.WILL, "nothing to give: " + missing + " are missing for the fee");
      case PayAnswer.TooExpensive(Sats fee, Sats cap) ->
          journal.note(Entry.Kind.WILL, "the fee would be %s of %s".formatted(fee, cap));
    }
  }

  private static String nameOfCoins(WalletView view) {
    var coins =
        view.coins().stream()
            .map(coin -> coin.point().toString())
            .sorted()
            .collect(Collectors.joining(" "));
    return UUID.nameUUIDFromBytes(coins.getBytes(StandardCharsets.US_ASCII)).toString();
  }

  @Override
  public Optional<String> send(Hostname child, Address address) {
    return price
        .get()
        .map(rate -> rate.satsFor(startGift))
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
