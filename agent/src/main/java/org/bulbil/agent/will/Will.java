package org.bulbil.agent.will;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.PayableAddress;
import org.bulbil.agent.settings.Settings;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.outbox.BumpAnswer;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.outbox.SweepOrder;
import org.bulbil.bitcoin.payment.FeePolicy;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.core.charity.Beneficiary;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.time.Time;

/** The last will: the remainder goes to the first valid beneficiary, in a block in time. */
public final class Will {

  /** Between two bids at most this part of the time that is left, so that they come ever faster. */
  private static final int PART_OF_TIME_LEFT = 6;

  private final Settings settings;
  private final Wallet wallet;
  private final Journal journal;
  private final Supplier<Optional<FeeEstimates>> estimates;
  private final FeePolicy fees;
  private final Time time;

  /**
   * @param estimates the newest that are known, also where no server answers now
   */
  public Will(
      Settings settings,
      Wallet wallet,
      Journal journal,
      Supplier<Optional<FeeEstimates>> estimates,
      Time time) {
    this.settings = settings;
    this.wallet = wallet;
    this.journal = journal;
    this.estimates = estimates;
    this.fees = new FeePolicy(1, FeeRate.RELAY_FLOOR, settings.chain().feeCap(), 100);
    this.time = time;
  }

  /** Who gets the remainder if it is given now; empty where nobody is valid any more. */
  public Optional<Beneficiary> beneficiary() {
    return settings.will().beneficiaries().firstValid(time.now());
  }

  /** The address of {@link #beneficiary}. */
  public Optional<Address> address() {
    return beneficiary()
        .flatMap(to -> PayableAddress.read(to.address(), settings.chain().network()).answer());
  }

  /**
   * Sends every coin that is free now. The payment is named after these coins, so that each of them
   * goes at most once, and a gift that comes later makes another will.
   */
  public void make(WalletView view) {
    address().ifPresent(to -> estimates.get().ifPresent(known -> make(view, to, fees.rate(known))));
  }

  private void make(WalletView view, Address to, FeeRate rate) {
    var order = new SweepOrder("will:" + nameOfCoins(view), Purpose.WILL, to, rate);
    switch (wallet.outbox().sweep(order)) {
      case PayAnswer.Recorded(Payment payment) ->
          note("gave %s to %s".formatted(payment.amount(), to));
      case PayAnswer.CannotAfford(Sats missing) ->
          note("nothing to give: " + missing + " are missing for the fee");
      case PayAnswer.TooExpensive(Sats fee, Sats cap) ->
          note("the fee would be %s of %s".formatted(fee, cap));
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

  /**
   * Bids higher for a will that waits while the end comes near, out of what it gives; never so much
   * that the miners would get more than the beneficiary. A relay that was revived is in no hurry.
   *
   * @param lead before the end, when a will is made
   */
  public void press(Instant leaseEnd, Duration lead) {
    var left = Duration.between(time.now(), leaseEnd);
    if (left.compareTo(lead.multipliedBy(2)) <= 0) {
      wallet.outbox().open().stream()
          .filter(payment -> payment.purpose() == Purpose.WILL)
          .filter(will -> hasWaited(will, left))
          .forEach(will -> estimates.get().ifPresent(known -> bump(will, known)));
    }
  }

  private boolean hasWaited(Payment will, Duration left) {
    var share = left.dividedBy(PART_OF_TIME_LEFT);
    var block = settings.chain().block();
    var pause = share.compareTo(block) > 0 ? share : block;
    return !will.current().created().plus(pause).isAfter(time.now());
  }

  /** Half as much again as the next block asks, with each bid another half. */
  private void bump(Payment will, FeeEstimates known) {
    int bids = will.attempts().size();
    long wanted = fees.rate(known).satPerKvb() * (2 + bids) / 2;
    var rate = new FeeRate(Math.min(wanted, fees.cap().satPerKvb()));
    if (wallet.outbox().bump(will.reference(), rate) instanceof BumpAnswer.Bumped(Payment raised)) {
      note(
          "bid %s for the will that waits: %s go to %s"
              .formatted(raised.fee(), raised.amount(), raised.address()));
    }
  }

  private void note(String words) {
    journal.note(Entry.Kind.WILL, words);
  }
}
