package org.bulbil.agent.bequest;

import fr.acinq.bitcoin.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bulbil.agent.bequest.BequestMessage.SweepMessage;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.status.KeptText;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.FeeLevels;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.outbox.Bequest;
import org.bulbil.bitcoin.outbox.BequestOrder;
import org.bulbil.bitcoin.outbox.Outbox;
import org.bulbil.bitcoin.payment.LockTime;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.family.OnionKey;
import org.bulbil.tor.seal.Sealed;

/**
 * Signs what is left behind, and shows it to one heir, sealed: {@code GET /bequest/FINGERPRINT}.
 *
 * <p>A new set is signed only when it would differ: other coins, those that payments on their way
 * will bring back among them, another end of the lease, another beneficiary, or fees that have at
 * least doubled or halved.
 */
final class Testator extends KeptText {

  /** Where it answers. */
  static final String PATH = "/bequest/";

  /** By these words an heir knows that it is a relay of ours which answers. */
  static final String NOTHING = "Nothing is kept here for that relay.";

  private static final String SIGNED = "bequest.signed";
  private static final String SIGNED_RATE = "bequest.rate";

  /** What a patient payment waits. */
  private static final int PATIENT_BLOCKS = 144;

  /** The dearest sweep is for a time of which nothing is known. */
  private static final int DEAR = 4;

  private final Outbox outbox;
  private final Journal journal;
  private final FeeRate cap;
  private final RandomGenerator random;
  private volatile Optional<Shown> shown = Optional.empty();

  /** What a visitor gets, and what it was made from. */
  private record Shown(Kin heir, List<TxId> set, String text) {}

  /**
   * @param cap the highest fee rate ever paid
   * @param random one that nobody can guess
   */
  Testator(Outbox outbox, Journal journal, FeeRate cap, RandomGenerator random) {
    super(PATH, NOTHING);
    this.outbox = outbox;
    this.journal = journal;
    this.cap = cap;
    this.random = random;
  }

  /** Signs a set for the coins of {@code view}, unless the newest is as good. */
  void sign(WalletView view, Address beneficiary, Instant leaseEnd, FeeLevels levels) {
    var name = name(view, beneficiary, leaseEnd);
    var rate = bounded(levels.high().within(1).orElse(FeeRate.RELAY_FLOOR).satPerKvb());
    if (!coins(view).isEmpty() && !isGood(name, rate)) {
      var low = bounded(levels.low().within(PATIENT_BLOCKS).orElse(rate).satPerKvb());
      var dear = bounded(Math.multiplyExact(rate.satPerKvb(), (long) DEAR));
      outbox.bequeath(
          new BequestOrder(beneficiary, LockTime.at(leaseEnd), List.of(low, rate, dear)));
      journal.remember(SIGNED, name);
      journal.remember(SIGNED_RATE, Long.toString(rate.satPerKvb()));
    }
  }

  private static List<Coin> coins(WalletView view) {
    return Stream.concat(view.coins().stream(), view.change().stream()).toList();
  }

  private FeeRate bounded(long satPerKvb) {
    return FeeRate.min(cap, FeeRate.max(FeeRate.RELAY_FLOOR, FeeRate.capped(satPerKvb)));
  }

  private boolean isGood(String name, FeeRate rate) {
    var former = journal.recall(SIGNED_RATE).map(Long::parseLong).orElse(0L);
    return journal.recall(SIGNED).equals(Optional.of(name))
        && rate.satPerKvb() < 2 * former
        && 2 * rate.satPerKvb() > former;
  }

  private static String name(WalletView view, Address beneficiary, Instant leaseEnd) {
    var coins =
        coins(view).stream()
            .map(coin -> coin.point().toString())
            .sorted()
            .collect(Collectors.joining(" "));
    var all = String.join(" ", beneficiary.toString(), leaseEnd.toString(), coins);
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.US_ASCII)).toString();
  }

  /**
   * Shows what stands to {@code heir} alone; nothing to anybody where a coin of it has moved.
   *
   * @param view with the coins that are free now, or come back
   */
  void handTo(Optional<Kin> heir, Fingerprint self, WalletView view) {
    var values = coins(view).stream().collect(Collectors.toMap(Coin::point, Coin::value));
    var set =
        outbox.bequests().stream()
            .filter(sweep -> values.keySet().containsAll(sweep.inputs()))
            .toList();
    shown =
        set.isEmpty()
            ? Optional.empty()
            : heir.flatMap(to -> isShown(to, set) ? shown : seal(to, self, set, values));
  }

  private boolean isShown(Kin heir, List<Bequest> set) {
    return shown
        .filter(now -> now.set().equals(name(set)))
        .filter(now -> now.heir().fingerprint().equals(heir.fingerprint()))
        .filter(now -> now.heir().onionKey().equals(heir.onionKey()))
        .isPresent();
  }

  private static List<TxId> name(List<Bequest> set) {
    return set.stream().map(Bequest::transaction).toList();
  }

  private Optional<Shown> seal(
      Kin heir, Fingerprint self, List<Bequest> set, Map<OutPoint, Sats> values) {
    var sweeps = set.stream().map(sweep -> message(sweep, values)).toList();
    var message = new BequestMessage(self.value(), sweeps).bytes();
    return OnionKey.decoded(heir.onionKey())
        .flatMap(
            key ->
                Sealed.seal(message, BequestMessage.context(self, heir.fingerprint()), key, random))
        .answer()
        .map(closed -> new Shown(heir, name(set), closed.text()));
  }

  private static SweepMessage message(Bequest sweep, Map<OutPoint, Sats> values) {
    return new SweepMessage(
        HexFormat.of().formatHex(Transaction.write(sweep.signed().orElseThrow())),
        sweep.inputs().stream()
            .map(point -> Objects.requireNonNull(values.get(point)).value())
            .toList());
  }

  /** To whom a set is shown now. */
  Optional<Fingerprint> heir() {
    return shown.map(now -> now.heir().fingerprint());
  }

  @Override
  protected Optional<String> text(String rest) {
    return shown.filter(now -> now.heir().fingerprint().value().equals(rest)).map(Shown::text);
  }
}
