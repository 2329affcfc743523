package org.bulbil.agent.launch;

import java.time.Duration;
import java.util.Optional;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.chain.FeeLevels;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.outbox.SweepOrder;
import org.bulbil.bitcoin.payment.Bidding;
import org.bulbil.bitcoin.payment.Payments;
import org.bulbil.bitcoin.payment.Proposal;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.core.outcome.Outcome;

/** Sends what is left in a launcher's wallet to an address of his. */
public final class Sweeping {

  /** A wallet is swept a few times at most: late change, late gifts. */
  private static final int SWEEPS_MAX = 100;

  private final Wallet wallet;
  private final Bidding bidding;

  Sweeping(Wallet wallet, Bidding bidding) {
    this.wallet = wallet;
    this.bidding = bidding;
  }

  /** The wallet as the chain servers show it now; unknown while that is not known whole. */
  public Outcome<WalletView> look() {
    return wallet
        .refresh()
        .flatMap(
            view ->
                view.isComplete()
                    ? Outcome.done(view)
                    : Outcome.unknown("the wallet is read up to block " + view.tip().height()));
  }

  /** What a sweep would do. */
  public Proposal plan(Address to, Duration within) {
    var rate = bidding.rate(levels(), within);
    return new Payments(to).sweep(wallet.spendable(), to, rate);
  }

  /**
   * Sends everything that is free; while an earlier sweep waits, that one is sent again and nothing
   * else is done.
   */
  public PayAnswer send(Address to, Duration within) {
    var waiting = waiting();
    if (waiting.isPresent()) {
      wallet.outbox().settle();
      return new PayAnswer.Recorded(waiting.get());
    }
    var rate = bidding.rate(levels(), within);
    return wallet.outbox().sweep(new SweepOrder(fresh(), Purpose.WILL, to, rate));
  }

  private Optional<Payment> waiting() {
    return wallet.outbox().open().stream()
        .filter(payment -> payment.purpose() == Purpose.WILL)
        .findFirst();
  }

  private String fresh() {
    for (int number = 1; number <= SWEEPS_MAX; number++) {
      if (wallet.outbox().find("sweep:" + number).isEmpty()) {
        return "sweep:" + number;
      }
    }
    throw new IllegalStateException("this wallet was swept " + SWEEPS_MAX + " times");
  }

  private FeeLevels levels() {
    return wallet.feeLevels().answer().orElse(FeeLevels.GUESS);
  }
}
