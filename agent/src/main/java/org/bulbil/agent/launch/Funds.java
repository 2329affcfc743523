package org.bulbil.agent.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.bitcoin.ScriptType;
import org.bulbil.bitcoin.chain.FeeLevels;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.outbox.SplitOrder;
import org.bulbil.bitcoin.payment.Bidding;
import org.bulbil.bitcoin.payment.Weight;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/**
 * The launcher's coins. A payment's change cannot be spent before its block, so one coin would pay
 * one relay a block; it is therefore broken into a piece for each.
 */
final class Funds {

  /**
   * Above the price as it was seen last, so that a piece pays an invoice that is made later; what
   * is not needed goes to miners, so never more than an output for change would cost them.
   */
  private static final int MARGIN_PERCENT = 1;

  /** What prices and fees may rise until what was asked for has come. */
  private static final int RISE_PERCENT = 3;

  /** Of one launch: the first is enough unless money comes in parts. */
  private static final int BREAKINGS_MAX = 5;

  /** A bid for the next block that is passed by so often was too low. */
  private static final int BLOCKS_UNTIL_LATE = 6;

  private final Wallet wallet;
  private final Journal journal;
  private final Bidding bidding;

  Funds(Wallet wallet, Journal journal, Bidding bidding) {
    this.wallet = wallet;
    this.journal = journal;
    this.bidding = bidding;
  }

  /** Proven and promised to nobody. */
  Sats held() {
    return Sats.sum(wallet.spendable().stream().map(coin -> coin.value()).toList());
  }

  /** What a payment of {@code amount} needs with its fee, from a piece that was made for it. */
  Sats need(Sats amount) {
    return amount.plus(rate().feeFor(Weight.vbytes(1, List.of(ScriptType.P2WPKH))));
  }

  /** What so many payments need, with the breaking of a coin, and a little for prices that move. */
  Sats needed(int payments, Sats amount) {
    var pieces = Sats.of(piece(amount).value() * payments);
    var bare = payments > 1 ? pieces.plus(breakingFee(payments)) : pieces;
    return bare.plus(bare.percent(RISE_PERCENT));
  }

  private Sats breakingFee(int pieces) {
    return rate().feeFor(Weight.vbytes(1, Collections.nCopies(pieces + 1, ScriptType.P2WPKH)));
  }

  boolean canPay(Sats amount) {
    return held().covers(need(amount));
  }

  /** For the next block: a breaking cannot be hurried later, and payments wait for it. */
  private FeeRate rate() {
    return bidding.rate(wallet.feeLevels().answer().orElse(FeeLevels.NONE), Duration.ZERO);
  }

  /** Whether coins are being broken, and payments must wait for them. */
  boolean isBreaking() {
    return breakings().stream().anyMatch(Payment::isOpen);
  }

  /** A breaking that blocks pass by bids more, at the price of making one coin again. */
  void press(Instant now) {
    breakings().stream()
        .filter(Payment::isOpen)
        .filter(payment -> isLate(payment, now))
        .forEach(
            payment -> {
              var _ = wallet.outbox().bump(payment.reference(), rate(), bidding.cap());
            });
  }

  private boolean isLate(Payment payment, Instant now) {
    var patience = bidding.block().multipliedBy(BLOCKS_UNTIL_LATE);
    return payment.current().created().plus(patience).isBefore(now);
  }

  private List<Payment> breakings() {
    return IntStream.rangeClosed(1, BREAKINGS_MAX)
        .mapToObj(number -> wallet.outbox().find("pieces:" + number))
        .flatMap(Optional::stream)
        .toList();
  }

  /** What breaking coins has cost. */
  Sats fees() {
    return Sats.sum(
        breakings().stream()
            .filter(payment -> payment.purpose() == Purpose.CONSOLIDATION)
            .map(Payment::fee)
            .toList());
  }

  /**
   * Breaks coins where there are fewer than payments that they could make.
   *
   * @param payments of {@code amount} each, that are to be made
   * @return whether payments must wait for it
   */
  boolean breakFor(int payments, Sats amount) {
    if (isBreaking()) {
      return true;
    }
    var piece = piece(amount);
    long fit = wallet.spendable().stream().filter(coin -> coin.value().covers(piece)).count();
    int wanted = (int) Math.min(payments, held().value() / piece.value());
    int number = breakings().size() + 1;
    return wanted > Math.max(fit, 1)
        && number <= BREAKINGS_MAX
        && isBroken(new SplitOrder("pieces:" + number, piece, reached(wanted, piece), rate()));
  }

  private Sats piece(Sats amount) {
    var change = rate().feeFor(ScriptType.P2WPKH.outputVbytes());
    return need(amount).plus(Sats.min(change, amount.percent(MARGIN_PERCENT)));
  }

  /** How many pieces the money makes when the fee for them is taken off. */
  private int reached(int wanted, Sats piece) {
    long made = held().minusOrZero(breakingFee(wanted)).value() / piece.value();
    return (int) Math.max(2, Math.min(wanted, made));
  }

  private boolean isBroken(SplitOrder order) {
    var answer = wallet.outbox().split(order);
    if (answer instanceof PayAnswer.Recorded(Payment payment)) {
      journal.note(
          Entry.Kind.CREDIT,
          "broke coins into %d of %s for %s"
              .formatted(order.count(), order.piece(), payment.fee()));
      return true;
    }
    return false;
  }
}
