package org.bulbil.bitcoin.wallet;

import fr.acinq.bitcoin.ByteVector32;
import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxHash;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.ledger.Ledger;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.PaymentBook;
import org.bulbil.bitcoin.outbox.PaymentOrder;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.outbox.Step;
import org.bulbil.bitcoin.payment.FeePolicy;
import org.bulbil.bitcoin.spv.Birthday;
import org.bulbil.bitcoin.spv.HeaderChain;
import org.bulbil.bitcoin.store.SqliteFile;
import org.bulbil.bitcoin.store.StoreFile;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingChain;
import org.bulbil.bitcoin.testing.TestingChainSource;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/** A wallet on a chain in memory, that can be closed and opened again over the same files. */
final class Bench implements AutoCloseable {

  static final FeePolicy FEES = new FeePolicy(3, FeeRate.RELAY_FLOOR, FeeRate.ofSatPerVb(50), 30);
  static final FeeEstimates TWO_SAT = FeeEstimates.flat(FeeRate.ofSatPerVb(2));

  final TestingTime time = new TestingTime();
  final TestingChain chain = new TestingChain(time);
  final TestingChainSource server = chain.source("first");
  final Address shop = somebody(1);
  final WalletSettings settings;
  private final List<ChainSource> sources = new ArrayList<>(List.of(server));
  Wallet wallet;
  private int copies;

  private final Function<String, StoreFile> files;

  /** Lives in a folder. */
  Bench(Path folder) {
    this(WalletSettings.in(folder, Network.REGTEST), name -> new SqliteFile(folder.resolve(name)));
  }

  /** Lives on a simulated disk. */
  Bench(SimulatedDisk disk) {
    this(WalletSettings.of(Network.REGTEST, disk.seed(), disk.file("wallet.db")), disk::file);
  }

  private Bench(WalletSettings settings, Function<String, StoreFile> files) {
    this.settings = settings;
    this.files = files;
    wallet = opened(_ -> {});
  }

  /** Adds a second server over the same chain, and opens again. */
  TestingChainSource secondServer() {
    var second = chain.source("second");
    sources.add(second);
    restart();
    return second;
  }

  private Wallet opened(Consumer<Step> onStep) {
    return Wallet.open(settings, sources, time, new Random(7), onStep);
  }

  void restart() {
    restart(_ -> {});
  }

  void restart(Consumer<Step> onStep) {
    wallet.close();
    reopen(onStep);
  }

  /** Opens the files again after the wallet was closed, or died. */
  void reopen() {
    reopen(_ -> {});
  }

  private void reopen(Consumer<Step> onStep) {
    wallet = opened(onStep);
  }

  /** An address of somebody else, the same for the same number. */
  static Address somebody(long number) {
    return account(number).address(Branch.RECEIVE);
  }

  static Account account(long number) {
    return Account.of(Words.draw(new Random(1000 + number)), Network.REGTEST);
  }

  /** Where the wallet's change goes. */
  Address change() {
    return account().address(Branch.CHANGE);
  }

  private Account account() {
    return settings.seed().account(settings.network());
  }

  /** A proven gift, seen by the wallet. */
  WalletView gift(long sats) {
    chain.fundAndMine(wallet.receiveAddress(), Sats.of(sats));
    return view();
  }

  /** Puts {@code count} gifts of the tip into the files of the wallet, which is closed. */
  void recordGifts(int count) {
    var output =
        new TxOut(new Satoshi(1000), account().address(Branch.RECEIVE).lockingScript().bytes());
    try (var store = settings.database().open()) {
      var headers = new HeaderChain(store, settings.network(), settings.birthday());
      var book = new PaymentBook(store, settings.network());
      var ledger = new Ledger(store, headers, book, account());
      for (int i = 0; i < count; i++) {
        var nothing = new TxIn(new OutPoint(new TxHash(ByteVector32.Zeroes), i), 0xffffffffL);
        var gift = new Transaction(2, List.of(nothing), List.of(output), 0);
        ledger.record(gift, chain.tip(), time.now());
      }
    }
  }

  WalletView view() {
    return wallet.refresh().answer().orElseThrow();
  }

  PayAnswer pay(String reference, long sats) {
    return wallet
        .outbox()
        .pay(new PaymentOrder(reference, Purpose.RENT, shop, Sats.of(sats), FEES), TWO_SAT);
  }

  Payment paid(String reference, long sats) {
    return ((PayAnswer.Recorded) pay(reference, sats)).payment();
  }

  /** A second wallet of the same seed, with a database of its own that knows the chain. */
  Wallet copy() {
    return copy(settings.birthday());
  }

  Wallet copy(Birthday birthday) {
    var elsewhere =
        new WalletSettings(
            Network.REGTEST,
            settings.seed(),
            files.apply("copy" + copies++ + ".db"),
            birthday,
            List.of());
    var copy = Wallet.open(elsewhere, List.of(chain.source("third")), time, new Random(7));
    var _ = copy.refresh().answer().orElseThrow();
    return copy;
  }

  /** A transaction that our keys signed, and that nobody will mine. */
  Transaction paidElsewhere() {
    gift(60_000);
    try (var copy = copy()) {
      var order = new PaymentOrder("elsewhere", Purpose.RENT, shop, Sats.of(1000), FEES);
      var answer = (PayAnswer.Recorded) copy.outbox().pay(order, TWO_SAT);
      return takeFromMempool(answer.payment().transaction());
    }
  }

  /** Takes a waiting transaction out of the mempool. */
  Transaction takeFromMempool(TxId id) {
    var transaction = chain.source("fourth").transaction(id).answer().orElseThrow();
    chain.evict(id);
    return transaction;
  }

  void wait(Duration length) {
    time.pause(length);
  }

  @Override
  public void close() {
    wallet.close();
  }
}
