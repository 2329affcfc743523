package org.bulbil.agent.survive;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.TxId;
import org.bulbil.core.money.FeeRate;

/**
 * Holds what must be true of every payment at the moment at which it leaves the machine, and of all
 * of them together.
 *
 * <ul>
 *   <li>It spends only coins of the relay that were in a block: no unproven money, no pending
 *       change.
 *   <li>It pays a bill, the beneficiary or a child of ours, and besides only ourselves.
 *   <li>Its fee rate is within the cap of the settings, or it pays hardly more than what it
 *       replaces.
 *   <li>A will is sent in the last {@value #EARLIEST_WILL_HOURS} hours of a lease, by all that the
 *       agent was told of it, unless its launcher may have ordered it to shut down.
 *   <li>A coin is promised once: two payments that share a coin pay the same payee, unless the
 *       earlier one can never confirm any more, or the later one pays ourselves and so takes the
 *       earlier one back.
 *   <li>All payments of one bill share a coin with one another, so that at most one confirms; and
 *       indeed at most one is in blocks.
 * </ul>
 */
final class PaymentWatch {

  /** As deep as everybody takes for final. */
  private static final int FINAL = 6;

  /** When blocks are dearest: see {@link org.bulbil.core.policy.Slack}. */
  static final int EARLIEST_WILL_HOURS = 25;

  private static final Duration EARLIEST_WILL = Duration.ofHours(EARLIEST_WILL_HOURS);

  /** Rounding: a fee is a whole number of satoshis, and a signature may be a byte shorter. */
  private static final double CAP_SLACK = 1.02;

  /** Who gets a payment. */
  sealed interface Payee {
    record Bill(String address) implements Payee {}

    record Child(String address) implements Payee {}

    record Beneficiary() implements Payee {}

    /** A consolidation, or a payment that is taken back. */
    record Ourselves() implements Payee {}
  }

  /** One transaction that was sent. */
  record Sent(TxId id, Transaction transaction, Payee payee, Instant at) {}

  private final World world;
  private final Truth truth;
  private final ActWatch acts;
  private final Directory directory;
  private final FeeRate feeCap;
  private final Map<TxId, Sent> sent = new LinkedHashMap<>();
  private final Set<TxId> counted = new HashSet<>();
  private int checked;

  PaymentWatch(World world, Truth truth, ActWatch acts, Directory directory, FeeRate feeCap) {
    this.world = world;
    this.truth = truth;
    this.acts = acts;
    this.directory = directory;
    this.feeCap = feeCap;
  }

  Collection<Sent> sent() {
    return sent.values();
  }

  boolean gaveAway() {
    return sent.values().stream().anyMatch(it -> it.payee() instanceof Payee.Beneficiary);
  }

  /** Whether it is a new attempt at what was paid before. */
  boolean isRetry(Transaction transaction) {
    return !sent.containsKey(TxId.of(transaction))
        && payee(transaction) instanceof Payee.Bill bill
        && sent.values().stream().anyMatch(earlier -> earlier.payee().equals(bill));
  }

  /** A transaction leaves the machine, perhaps again. */
  void sent(Transaction transaction) {
    var id = TxId.of(transaction);
    if (sent.containsKey(id)) {
      return;
    }
    checkCoins(id, transaction);
    var payment = new Sent(id, transaction, payee(transaction), world.now());
    checkFee(payment);
    checkMoment(payment);
    sent.values().forEach(earlier -> checkPromises(earlier, payment));
    sent.put(id, payment);
    world.diary.note("payment %s to %s is sent", id, payment.payee());
    count(payment);
  }

  private void count(Sent payment) {
    if (sent.values().stream().filter(it -> it.payee().equals(payment.payee())).count() > 1
        && payment.payee() instanceof Payee.Bill) {
      world.tally.count(Happening.REPLACEMENTS);
    }
    if (payment.payee() instanceof Payee.Beneficiary) {
      world.tally.count(Happening.WILLS);
    }
  }

  private void checkCoins(TxId id, Transaction transaction) {
    for (var input : transaction.txIn) {
      if (truth.proven(input.outPoint).isEmpty()) {
        throw new Violation(
            "no unproven money is spent",
            "%s spends %s, which is no coin of ours that a block held".formatted(id, input));
      }
    }
  }

  private Payee payee(Transaction transaction) {
    return transaction.txOut.stream()
        .filter(output -> !truth.isOurs(output))
        .map(this::payee)
        .reduce(
            (one, other) -> {
              throw new Violation("a payment has one payee", one + " and " + other);
            })
        .orElseGet(Payee.Ourselves::new);
  }

  private Payee payee(TxOut output) {
    var address = address(output);
    if (address.equals(world.beneficiary.toString())) {
      return new Payee.Beneficiary();
    }
    if (world.book.billAt(address).isPresent()) {
      return new Payee.Bill(address);
    }
    if (directory.childAt(address).isPresent()) {
      return new Payee.Child(address);
    }
    throw new Violation("nobody unknown is paid", address);
  }

  static String address(TxOut output) {
    return Address.of(LockingScript.of(output.publicKeyScript), Network.REGTEST).toString();
  }

  private void checkFee(Sent payment) {
    long fee = fee(payment.transaction());
    long vbytes = Math.ceilDiv(payment.transaction().weight(), 4);
    long cap = Math.max(feeCap.feeFor(vbytes).value(), feeOfReplaced(payment) + vbytes);
    if (fee > CAP_SLACK * cap) {
      throw new Violation(
          "no fee is above the cap", "%d sat for %d vB of %s".formatted(fee, vbytes, payment));
    }
  }

  /** Who replaces a payment must pay more than it, also where he is smaller. */
  private long feeOfReplaced(Sent payment) {
    return sent.values().stream()
        .filter(earlier -> shareCoin(earlier, payment))
        .mapToLong(earlier -> fee(earlier.transaction()))
        .max()
        .orElse(0);
  }

  private long fee(Transaction transaction) {
    long in = 0;
    for (var input : transaction.txIn) {
      in += truth.proven(input.outPoint).map(it -> it.amount.toLong()).orElse(0L);
    }
    return in - transaction.txOut.stream().mapToLong(it -> it.amount.toLong()).sum();
  }

  private void checkMoment(Sent payment) {
    var left = Duration.between(world.now(), acts.expiryTold());
    if (payment.payee() instanceof Payee.Beneficiary
        && left.compareTo(EARLIEST_WILL) > 0
        && !world.launcher.hasOrdered()) {
      throw new Violation("no will comes early", "%s are left".formatted(left));
    }
  }

  private void checkPromises(Sent earlier, Sent now) {
    boolean shares = shareCoin(earlier, now);
    boolean samePayee = earlier.payee().equals(now.payee());
    boolean takesBack = now.payee() instanceof Payee.Ourselves;
    if (shares && !samePayee && !takesBack && !isImpossible(earlier)) {
      throw new Violation(
          "a coin is promised once", "%s, and now %s".formatted(earlier.payee(), now.payee()));
    }
    if (!shares && samePayee && now.payee() instanceof Payee.Bill && !isImpossible(earlier)) {
      throw new Violation(
          "attempts at one bill share a coin",
          "%s and %s pay %s and could both confirm".formatted(earlier.id(), now.id(), now.payee()));
    }
  }

  private static boolean shareCoin(Sent one, Sent other) {
    var points = points(one.transaction());
    return other.transaction().txIn.stream().anyMatch(input -> points.contains(input.outPoint));
  }

  private static Set<OutPoint> points(Transaction transaction) {
    var points = new HashSet<OutPoint>();
    transaction.txIn.forEach(input -> points.add(input.outPoint));
    return points;
  }

  /** Whether a coin of it, or a coin of what it spends from, is gone by another, for good. */
  boolean isImpossible(Sent payment) {
    return payment.transaction().txIn.stream().anyMatch(input -> isGone(payment.id(), input));
  }

  private boolean isGone(TxId payment, TxIn input) {
    boolean spentByOther =
        world
            .chain
            .spender(input.outPoint)
            .filter(spender -> !spender.equals(payment))
            .filter(this::isFinal)
            .isPresent();
    return spentByOther
        || Optional.ofNullable(sent.get(TxId.of(input.outPoint.txid)))
            .filter(this::isImpossible)
            .isPresent();
  }

  private boolean isFinal(TxId id) {
    return world
        .chain
        .height(id)
        .filter(height -> world.chain.tip().height() - height + 1 >= FINAL)
        .isPresent();
  }

  /** Coins that a payment has taken which may still confirm, or has. */
  Set<OutPoint> spoken() {
    var all = new HashSet<OutPoint>();
    sent.values().stream()
        .filter(payment -> !isImpossible(payment))
        .forEach(payment -> all.addAll(points(payment.transaction())));
    return all;
  }

  /** Once the chain has changed: at most one payment of a bill is in it. */
  void turn() {
    if (checked == truth.version()) {
      return;
    }
    checked = truth.version();
    var paid = new HashSet<Payee>();
    for (var transaction : truth.payments()) {
      var payment = Optional.ofNullable(sent.get(TxId.of(transaction)));
      if (payment.isEmpty()) {
        throw new Violation("only we spend our coins", TxId.of(transaction).toString());
      }
      var payee = payment.get().payee();
      if (counted.add(payment.get().id())) {
        world.tally.count(
            payee instanceof Payee.Child ? Happening.START_GIFTS : Happening.PAYMENTS);
      }
      if (payee instanceof Payee.Bill && !paid.add(payee)) {
        throw new Violation("one payment of a bill confirms", payee.toString());
      }
    }
  }

  /** Payments of bills, oldest first. */
  List<Sent> ofBills() {
    var bills = new ArrayList<Sent>();
    sent.values().stream().filter(it -> it.payee() instanceof Payee.Bill).forEach(bills::add);
    return bills;
  }
}
