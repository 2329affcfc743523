package org.bulbil.cli.wallet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.outbox.SweepOrder;
import org.bulbil.bitcoin.payment.Bidding;
import org.bulbil.bitcoin.payment.Payments;
import org.bulbil.bitcoin.payment.Proposal;
import org.bulbil.bitcoin.store.SqliteFile;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletSettings;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.payment.PatientWallet;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.time.Time;

/**
 * A relay's wallet opened from its words, in a folder that is thrown away: the same code, proofs
 * and all, that the relay itself used.
 */
final class Recovery implements AutoCloseable {

  private static final String REFERENCE = "recover";

  private final Network network;
  private final Path folder;
  private final Wallet wallet;
  private final PatientWallet patient;
  private final Bidding bidding;

  /**
   * @param block mean time between blocks
   * @param cap the highest fee rate paid
   */
  Recovery(
      TypedSeed seed,
      Network network,
      List<ChainSource> chain,
      Time time,
      Duration block,
      FeeRate cap) {
    this.network = network;
    this.bidding = new Bidding(block, FeeRate.RELAY_FLOOR, cap);
    this.folder = freshFolder();
    var file = new SqliteFile(folder.resolve("wallet.db"));
    this.wallet = Wallet.open(WalletSettings.of(network, seed, file), chain, time, Dice.secret());
    this.patient = new PatientWallet(wallet, time);
  }

  private static Path freshFolder() {
    try {
      return Files.createTempDirectory("bulbil-recover");
    } catch (IOException e) {
      throw new Trouble("cannot make a folder for the time being: " + e.getMessage());
    }
  }

  /** Reads the wallet's whole history. */
  WalletView read(Consumer<String> progress) throws InterruptedException {
    return patient.read(progress);
  }

  /** What a sweep would do, at a rate for the next {@code within}. */
  Plan plan(WalletView view, Address to, FeeRate rate) {
    var proposal = new Payments(to).sweep(view.coins(), to, rate);
    if (!(proposal instanceof Proposal.Draft draft)) {
      throw new Trouble(nothing(view, rate));
    }
    return new Plan(
        network.toString(),
        wallet.receiveAddress().toString(),
        to.toString(),
        draft.inputs().size(),
        view.spendable().value(),
        draft.amount().value(),
        draft.fee().value(),
        rate.toString(),
        view.hoped().value(),
        "",
        "planned");
  }

  private String nothing(WalletView view, FeeRate rate) {
    var arriving = view.hoped().isPositive() ? "; " + view.hoped() + " are on their way" : "";
    return view.spendable().isZero()
        ? "there is nothing at " + wallet.receiveAddress() + arriving
        : "the %s at %s are not worth the fee at %s%s"
            .formatted(view.spendable(), wallet.receiveAddress(), rate, arriving);
  }

  /** What the servers ask for confirmation {@code within} that time. */
  FeeRate rate(Duration within) {
    return wallet
        .feeLevels()
        .map(levels -> bidding.rate(levels, within))
        .answer()
        .orElseThrow(() -> new Trouble("no server says what a payment must pay; try again later"));
  }

  /** Sends everything, and waits until a server has taken it. */
  Payment sweep(Address to, FeeRate rate) throws InterruptedException {
    var order = new SweepOrder(REFERENCE, Purpose.WILL, to, rate);
    if (!(wallet.outbox().sweep(order) instanceof PayAnswer.Recorded)) {
      throw new Trouble("the coins are not worth their fee any more");
    }
    return patient.sent(REFERENCE, "nothing was sent");
  }

  /** Nothing of the wallet stays on the disk; its words never were there. */
  @Override
  public void close() {
    wallet.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot throw " + folder + " away", e);
    }
  }
}
