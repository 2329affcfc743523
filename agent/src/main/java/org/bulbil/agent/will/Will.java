package org.bulbil.agent.will;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.PayableAddress;
import org.bulbil.agent.settings.Settings;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.chain.FeeLevels;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.outbox.BumpAnswer;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.outbox.SweepOrder;
import org.bulbil.bitcoin.payment.Bidding;
import org.bulbil.bitcoin.payment.Weight;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.core.charity.Beneficiary;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.time.Time;

/** The last will: the remainder goes to the first valid beneficiary, in a block in time. */
public final class Will {

  /** With so many days ahead the end that a will was made for did not come. */
  private static final int DAYS_OF_REVIVAL = 2;

  private final Settings settings;
  private final Wallet wallet;
  private final Journal journal;
  private final Supplier<FeeLevels> levels;
  private final Bidding bidding;
  private final Time time;

  /**
   * @param levels the newest that are known, also where no server answers now
   */
  public Will(
      Settings settings, Wallet wallet, Journal journal, Supplier<FeeLevels> levels, Time time) {
    this.settings = settings;
    this.wallet = wallet;
    this.journal = journal;
    this.levels = levels;
    this.bidding =
        new Bidding(settings.chain().block(), FeeRate.RELAY_FLOOR, settings.chain().feeCap());
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
  public void make(WalletView view, Deadline end) {
    address()
        .ifPresent(
            to -> {
              var bid = bidding.rate(levels.get(), toBid(end));
              make(view, to, FeeRate.min(bid, worth(view.coins(), to, bid)));
            });
  }

  /** Of the coins that are worth sending at {@code bid}; of all where none is. */
  private static FeeRate worth(List<Coin> coins, Address to, FeeRate bid) {
    var cost = bid.feeFor(2 * Weight.inputVbytes());
    var values = coins.stream().map(Coin::value).toList();
    var rich = values.stream().filter(value -> value.compareTo(cost) > 0).toList();
    var sent = rich.isEmpty() ? values : rich;
    return half(Sats.sum(sent), sent.size(), to);
  }

  /** The rate at which the miners get as much as the beneficiary. */
  private static FeeRate half(Sats all, int coins, Address to) {
    return FeeRate.of(all.percent(50), size(coins, to));
  }

  private static long size(int coins, Address to) {
    return Weight.vbytes(Math.max(1, coins), List.of(to.type()));
  }

  /**
   * The time that bids may rise in: until half of the slack is left, in which a will bids for the
   * next block.
   */
  private Duration toBid(Deadline end) {
    return end.left(time.now()).minus(end.slack().dividedBy(2));
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
   * that the miners would get more than the beneficiary. A relay that was revived takes back what
   * still waits.
   */
  public void press(Deadline end) {
    pressOn(end);
    if (end.left(time.now()).compareTo(settings.lease().day().times(DAYS_OF_REVIVAL)) > 0
        && !end.isNear(time.now())) {
      waiting().filter(will -> !will.isWithdrawn()).forEach(this::takeBack);
    }
  }

  /** The same of a relay that leaves: its lease may be long, and nothing is taken back for that. */
  public void pressOn(Deadline end) {
    if (end.isNear(time.now())) {
      waiting().forEach(will -> press(will, end));
    }
  }

  private Stream<Payment> waiting() {
    return wallet.outbox().open().stream().filter(payment -> payment.purpose() == Purpose.WILL);
  }

  /** The rent was paid after all, before any block took the will. */
  private void takeBack(Payment will) {
    var rate = bidding.rate(levels.get(), Bidding.NO_HURRY);
    if (wallet.outbox().withdraw(will.reference(), rate, bidding.cap())
        instanceof BumpAnswer.Bumped(Payment back)) {
      note(
          "the relay lives on: taking %s back that no block has given yet"
              .formatted(back.amount()));
    }
  }

  private void press(Payment will, Deadline end) {
    var attempt = will.current();
    int coins = attempt.inputs().size();
    var current = FeeRate.of(attempt.fee(), size(coins, will.address()));
    var worth = half(attempt.amount().plus(attempt.fee()), coins, will.address());
    var waited = Duration.between(attempt.created(), time.now());
    bidding
        .raised(current, waited, levels.get(), toBid(end))
        .map(rate -> FeeRate.min(rate, worth))
        .filter(rate -> rate.compareTo(current) > 0)
        .map(rate -> wallet.outbox().bump(will.reference(), rate))
        .ifPresent(this::tell);
  }

  private void tell(BumpAnswer answer) {
    if (answer instanceof BumpAnswer.Bumped(Payment raised)) {
      note(
          "bid %s for the will that waits: %s go to %s"
              .formatted(raised.fee(), raised.amount(), raised.address()));
    }
  }

  private void note(String words) {
    journal.note(Entry.Kind.WILL, words);
  }
}
