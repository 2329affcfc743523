package org.bulbil.cli.payment;

import java.time.Duration;
import java.util.function.Consumer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.State;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.cli.console.Trouble;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/** A wallet that somebody waits for: read as a whole, and paid from until a server has taken it. */
public final class PatientWallet {

  /** A long history is read in turns; headers of some years take minutes. */
  private static final Duration READ_PATIENCE = Duration.ofMinutes(20);

  /** For a server to take a transaction. */
  private static final Duration SEND_PATIENCE = Duration.ofMinutes(1);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  /** Questions that fail in a row before it is called an outage. */
  private static final int FAILURES_MAX = 4;

  private final Wallet wallet;
  private final Time time;

  public PatientWallet(Wallet wallet, Time time) {
    this.wallet = wallet;
    this.time = time;
  }

  /** Reads the wallet's whole history. */
  public WalletView read(Consumer<String> progress) throws InterruptedException {
    var deadline = time.now().plus(READ_PATIENCE);
    int failures = 0;
    while (time.now().isBefore(deadline)) {
      switch (wallet.refresh()) {
        case Outcome.Done<WalletView>(WalletView view) when view.isComplete() -> {
          return view;
        }
        case Outcome.Done<WalletView>(WalletView view) -> {
          failures = 0;
          progress.accept("read up to block " + view.tip().height());
        }
        case Outcome.Refused<WalletView> refused -> failures = failed(failures, refused);
        case Outcome.Unknown<WalletView> unknown -> failures = failed(failures, unknown);
      }
      if (failures > 0) {
        time.pause(LOOK_AGAIN);
      }
    }
    throw new Trouble("the chain could not be read in " + READ_PATIENCE.toMinutes() + " minutes");
  }

  private static int failed(int before, Outcome<WalletView> failure) {
    if (before + 1 >= FAILURES_MAX) {
      throw new Trouble(
          "no chain server can be read (%s); name others with --esplora"
              .formatted(failure.summary()));
    }
    return before + 1;
  }

  /**
   * Sends a payment until a server has taken it.
   *
   * @param otherwise what it means where none does
   */
  public Payment sent(String reference, String otherwise) throws InterruptedException {
    var deadline = time.now().plus(SEND_PATIENCE);
    while (payment(reference).state() == State.SIGNED && time.now().isBefore(deadline)) {
      time.pause(LOOK_AGAIN);
      wallet.outbox().settle();
    }
    var payment = payment(reference);
    if (payment.state() == State.SIGNED) {
      throw new Trouble(
          "no server took the transaction (%s); %s"
              .formatted(payment.current().lastAnswer().orElse("no answer"), otherwise));
    }
    return payment;
  }

  private Payment payment(String reference) {
    return wallet.outbox().find(reference).orElseThrow();
  }
}
