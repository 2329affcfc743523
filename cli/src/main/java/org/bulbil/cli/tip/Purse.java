package org.bulbil.cli.tip;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.Payouts;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.chain.FeeLevels;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.TipOrder;
import org.bulbil.bitcoin.payment.FeePolicy;
import org.bulbil.bitcoin.payment.PaymentToMany;
import org.bulbil.bitcoin.payment.Proposal.CannotAfford;
import org.bulbil.bitcoin.payment.Proposal.Draft;
import org.bulbil.bitcoin.payment.Proposal.TooExpensive;
import org.bulbil.bitcoin.payment.Weight;
import org.bulbil.bitcoin.psbt.Comparison;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.payment.OpenPurse;
import org.bulbil.cli.payment.PatientWallet;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/** A Bulbil wallet that pays splits. */
final class Purse implements AutoCloseable {

  /** A tip whose fee is larger than itself is none. */
  private static final int FEE_SHARE_PERCENT_MAX = 100;

  private final OpenPurse purse;
  private final Wallet wallet;
  private final PatientWallet patient;

  private Purse(OpenPurse purse) {
    this.purse = purse;
    this.wallet = purse.wallet();
    this.patient = purse.patient();
  }

  /** Opens the wallet in {@code folder}; never makes one. */
  static Purse open(Path folder, Network network, List<ChainSource> sources, Time time) {
    return new Purse(OpenPurse.in(folder, network, sources, time));
  }

  void read(Consumer<String> progress) throws InterruptedException {
    patient.read(progress);
  }

  Outcome<FeeLevels> feeLevels() {
    return wallet.feeLevels();
  }

  Optional<Payment> find(String reference) {
    return wallet.outbox().find(reference);
  }

  /** What a payment would be, checked against the split. */
  Draft plan(Payouts payouts, FeeRate rate) {
    var toMany = new PaymentToMany(wallet.receiveAddress());
    return switch (toMany.pay(wallet.spendable(), payouts, rate, policy(rate))) {
      case Draft draft -> checked(draft, payouts);
      case CannotAfford(Sats missing) -> throw cannotAfford(missing);
      case TooExpensive(Sats fee, Sats cap) -> throw tooExpensive(fee, cap);
    };
  }

  private static Draft checked(Draft draft, Payouts payouts) {
    var comparison = Comparison.of(payouts, draft.unsigned());
    if (!comparison.isExact()) {
      throw new IllegalStateException("not the split: " + comparison.faults());
    }
    return draft;
  }

  private Trouble cannotAfford(Sats missing) {
    return new Trouble(
        "the wallet at %s holds %s in proven coins; %s are missing"
            .formatted(
                wallet.receiveAddress(),
                Sats.sum(wallet.spendable().stream().map(coin -> coin.value()).toList()),
                missing));
  }

  private static Trouble tooExpensive(Sats fee, Sats cap) {
    return new Trouble(
        "the fee would be %s, more than %s; bid less, wait longer (--within), or pay fewer relays"
            .formatted(fee, cap));
  }

  private static FeePolicy policy(FeeRate rate) {
    return new FeePolicy(
        1, FeeRate.min(rate, FeeRate.RELAY_FLOOR), FeeRate.MAX, FEE_SHARE_PERCENT_MAX);
  }

  /** What a draft bids. */
  static FeeRate rate(Draft draft) {
    var types =
        draft.unsigned().txOut.stream()
            .map(output -> LockingScript.of(output.publicKeyScript).type().orElseThrow())
            .toList();
    return FeeRate.of(draft.fee(), Weight.vbytes(draft.inputs().size(), types));
  }

  /** Pays it, unless it is paid already, and waits until a server has taken it. */
  Payment pay(SplitFile split, FeeRate rate) throws InterruptedException {
    var order = new TipOrder(split.reference(), split.payouts(), policy(rate));
    return switch (wallet.outbox().tip(order, FeeEstimates.flat(rate))) {
      case PayAnswer.Recorded _ -> sent(split);
      case PayAnswer.CannotAfford(Sats missing) -> throw cannotAfford(missing);
      case PayAnswer.TooExpensive(Sats fee, Sats cap) -> throw tooExpensive(fee, cap);
    };
  }

  /** Sends what is recorded until a server has taken it. */
  Payment sent(SplitFile split) throws InterruptedException {
    return patient.sent(
        split.reference(), "it is signed and kept; run this again and it is sent again");
  }

  @Override
  public void close() {
    purse.close();
  }
}
