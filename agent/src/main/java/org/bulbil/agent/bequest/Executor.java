package org.bulbil.agent.bequest;

import fr.acinq.bitcoin.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.Sighting;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/**
 * Sends what a relative has left once its time has come: its first sweep, and the next one after a
 * day without a block, or at once where the first is refused. Sending the same twice does nothing.
 */
final class Executor {

  /** Three months: the dearest times have been shorter. */
  private static final int DAYS_UNTIL_HOPELESS = 90;

  private final Wallet wallet;
  private final Journal journal;
  private final Duration day;
  private final Time time;

  /**
   * @param day after which a sweep that no block took is followed by a dearer one
   */
  Executor(Wallet wallet, Journal journal, Duration day, Time time) {
    this.wallet = wallet;
    this.journal = journal;
    this.day = day;
    this.time = time;
  }

  /** Whether nothing can come of it any more. */
  boolean isHopeless(KeptLegacy kept) {
    return kept.validFrom().plus(day.multipliedBy(DAYS_UNTIL_HOPELESS)).isBefore(time.now());
  }

  /** Whether a block may take it by now; false while the chain is unknown. */
  boolean isValid(KeptLegacy kept) {
    return wallet.medianTime().filter(median -> median.isAfter(kept.validFrom())).isPresent();
  }

  /**
   * Takes the next step for a relative that is gone.
   *
   * @return as it is kept from now on; empty where it is settled and can be forgotten
   */
  Optional<KeptLegacy> execute(KeptLegacy kept) {
    var sweeps = sweeps(kept);
    return switch (spender(sweeps)) {
      case Outcome.Done<Optional<Sighting>>(var spender)
          when spender.filter(Sighting::isConfirmed).isPresent() -> {
        settled(kept, sweeps, spender.get().transaction());
        yield Optional.empty();
      }
      case Outcome.Done<Optional<Sighting>> _ -> Optional.of(send(kept, sweeps));
      case Outcome.Refused<Optional<Sighting>> _, Outcome.Unknown<Optional<Sighting>> _ ->
          Optional.of(kept);
    };
  }

  private static List<Transaction> sweeps(KeptLegacy kept) {
    return BequestMessage.read(kept.message()).answer().orElseThrow().sweeps().stream()
        .map(sweep -> Transaction.read(HexFormat.of().parseHex(sweep.raw())))
        .toList();
  }

  private Outcome<Optional<Sighting>> spender(List<Transaction> sweeps) {
    return chain().spender(Legacy.shared(sweeps).orElseThrow());
  }

  private ChainSource chain() {
    return wallet.chain();
  }

  private void settled(KeptLegacy kept, List<Transaction> sweeps, TxId spender) {
    boolean isOurs = sweeps.stream().map(TxId::of).anyMatch(spender::equals);
    note(
        isOurs
            ? "the bequest of %s is in a block: %s".formatted(kept.testator(), spender)
            : "the bequest of %s is void: its coins have moved".formatted(kept.testator()));
  }

  private KeptLegacy send(KeptLegacy kept, List<Transaction> sweeps) {
    var now = time.now();
    boolean isNext = kept.sent().filter(then -> then.plus(day).isAfter(now)).isEmpty();
    if (isNext && kept.level() < sweeps.size()) {
      return sendNext(kept, sweeps.get(kept.level()), now);
    }
    // The same bytes again, in case the network has dropped them.
    var _ = chain().broadcast(sweeps.get(kept.level() - 1));
    return kept;
  }

  /** A refusal (a low fee, a coin that never came) makes way for the next sweep at once. */
  private KeptLegacy sendNext(KeptLegacy kept, Transaction sweep, Instant now) {
    var answer = chain().broadcast(sweep);
    note(
        "%s is gone and its lease has ended: sent its bequest, sweep %d, by %s: %s"
            .formatted(kept.testator(), kept.level() + 1, TxId.of(sweep), answer.summary()));
    return switch (answer) {
      case Outcome.Done<TxId> _ -> kept.sentAt(now);
      case Outcome.Refused<TxId> _ -> kept.sentAt(now.minus(day));
      case Outcome.Unknown<TxId> _ -> kept;
    };
  }

  private void note(String words) {
    journal.note(Entry.Kind.WILL, words);
  }
}
