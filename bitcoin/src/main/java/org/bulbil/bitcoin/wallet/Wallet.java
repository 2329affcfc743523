package org.bulbil.bitcoin.wallet;

import fr.acinq.bitcoin.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.chain.FeeLevels;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.bitcoin.chain.Upstreams;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.ledger.Ledger;
import org.bulbil.bitcoin.message.MessageSigner;
import org.bulbil.bitcoin.outbox.Outbox;
import org.bulbil.bitcoin.outbox.PaymentBook;
import org.bulbil.bitcoin.outbox.Step;
import org.bulbil.bitcoin.payment.Payments;
import org.bulbil.bitcoin.spv.HeaderChain;
import org.bulbil.bitcoin.store.Store;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/**
 * The wallet of one relay: its keys, its proven coins, its payments.
 *
 * <p>Once a heartbeat: {@link #refresh}, then {@link Outbox#settle}. Both may be called from any
 * thread; refreshes run one at a time.
 */
public final class Wallet implements AutoCloseable {

  private static final int MEDIAN_SPAN = 11;

  private final Store store;
  private final Account account;
  private final Upstreams upstreams;
  private final HeaderChain headers;
  private final Ledger ledger;
  private final Outbox outbox;
  private final Books books;
  private final Histories histories;
  private final FeeMemory fees;
  private final Time time;
  private volatile Optional<WalletView> view;

  private Wallet(
      WalletSettings settings,
      Store store,
      Account account,
      List<ChainSource> sources,
      Time time,
      Consumer<Step> onStep) {
    this.store = store;
    this.account = account;
    this.time = time;
    upstreams = new Upstreams(sources);
    headers = new HeaderChain(store, settings.network(), settings.birthday());
    var book = new PaymentBook(store, settings.network());
    ledger = new Ledger(store, headers, book, account);
    outbox = new Outbox(store, book, ledger, account, upstreams, time, onStep);
    books = new Books(ledger, outbox);
    fees = new FeeMemory(time);
    histories = new Histories(upstreams, headers, ledger, outbox, account, time);
    view = headers.tip().map(this::fromDisk);
  }

  /**
   * Opens the wallet, making it at the very first start.
   *
   * @param sources one server, or several that must agree
   * @param random draws the seed at the first start: cryptographically strong outside tests
   * @throws IdentityException where the database and the seed do not belong together
   */
  public static Wallet open(
      WalletSettings settings, List<ChainSource> sources, Time time, RandomGenerator random) {
    return open(settings, sources, time, random, _ -> {});
  }

  /** As {@link #open}, telling {@code onStep} of each step of a payment; tests crash there. */
  public static Wallet open(
      WalletSettings settings,
      List<ChainSource> sources,
      Time time,
      RandomGenerator random,
      Consumer<Step> onStep) {
    var identity = new WalletIdentity(settings);
    var account = identity.account(random);
    var store = settings.database().open();
    try {
      identity.seal(store, account, time.now());
      return new Wallet(settings, store, account, sources, time, onStep);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** The published address. */
  public Address receiveAddress() {
    return account.address(Branch.RECEIVE);
  }

  /** Signs sentences by the key of {@link #receiveAddress}; it can pay nobody. */
  public MessageSigner signer() {
    return MessageSigner.of(account);
  }

  /**
   * Asks the servers, checks and stores what they prove. Unknown where they cannot be reached, make
   * no sense or disagree: the last {@link #view} then stays as it was, with its age.
   */
  public synchronized Outcome<WalletView> refresh() {
    var outcome =
        headers
            .advance(upstreams)
            .flatMap(
                progress -> histories.read(progress.tip()).map(reading -> seen(progress, reading)));
    outcome.answer().ifPresent(seen -> view = Optional.of(seen));
    return outcome instanceof Outcome.Refused<WalletView>(String why, int code)
        ? Outcome.unknown("a chain server answered %d: %s".formatted(code, why))
        : outcome;
  }

  private WalletView seen(HeaderChain.Progress progress, Histories.Reading reading) {
    return view(
        progress.tip(),
        time.now(),
        progress.isCaughtUp() && reading.isComplete(),
        reading.hopes(),
        reading.remarks());
  }

  /** What we knew when we were last running, as old as the newest header. */
  private WalletView fromDisk(Tip tip) {
    var header = headers.header(tip.height()).orElseThrow();
    return view(
        tip,
        Instant.ofEpochSecond(header.time),
        false,
        List.of(),
        List.of("no chain server was asked since the start"));
  }

  private WalletView view(
      Tip tip, Instant asOf, boolean isComplete, List<Hope> hopes, List<String> remarks) {
    return store.read(
        () -> {
          var line = books.account();
          return new WalletView(
              tip,
              asOf,
              isComplete,
              ledger.spendable(),
              hopes,
              ledger.change(),
              ledger.gifts(),
              ledger.giftCount(),
              line,
              allRemarks(line, remarks));
        });
  }

  private List<String> allRemarks(AccountLine line, List<String> remarks) {
    var all = new ArrayList<>(remarks);
    all.addAll(upstreams.remarks());
    headers.remark().ifPresent(all::add);
    int coins = ledger.spendable().size();
    if (coins > Payments.INPUTS_MAX) {
      all.add(
          "%d coins are here, and one payment takes %d of them at most"
              .formatted(coins, Payments.INPUTS_MAX));
    }
    if (line.foreign().isPositive()) {
      all.add(
          line.foreign()
              + " left this wallet by transactions that it did not make: somebody else"
              + " has the seed, or its database was lost once");
    }
    return all;
  }

  /** Proven coins that nothing is promised to at this moment, the largest first. */
  public List<Coin> spendable() {
    return ledger.spendable();
  }

  /**
   * A proven coin of ours, signed towards {@code unsigned} so that others may add theirs. Nothing
   * is stored or reserved: to spend the coin elsewhere takes the promise back.
   */
  public Transaction signTogether(Transaction unsigned, Coin coin) {
    return account.signTogether(unsigned, new Account.Spending(coin.branch(), coin.value()));
  }

  /** The script that a coin of ours lies on. */
  public LockingScript script(Coin coin) {
    return account.script(coin.branch());
  }

  /** What the last good refresh saw; before the first, what is on disk; empty at a first start. */
  public Optional<WalletView> view() {
    return view;
  }

  /** When the newest block that we checked was mined, by its miner's clock. */
  public Optional<Instant> tipTime() {
    return headers
        .tip()
        .flatMap(tip -> headers.header(tip.height()))
        .map(header -> Instant.ofEpochSecond(header.time));
  }

  /**
   * What servers expect a transaction must pay, the lowest and the highest; while all are silent,
   * what they said in the last two hours.
   */
  public Outcome<FeeLevels> feeLevels() {
    return fees.or(upstreams.feeLevels());
  }

  /** The lowest of {@link #feeLevels}: for a payment that can wait. */
  public Outcome<FeeEstimates> feeEstimates() {
    return feeLevels().map(FeeLevels::low);
  }

  public Outbox outbox() {
    return outbox;
  }

  /** The servers together, for what is not the wallet's own. */
  public ChainSource chain() {
    return upstreams;
  }

  /**
   * The median of the newest eleven blocks' times, with which lock times are compared (BIP113);
   * empty before the first header.
   */
  public Optional<Instant> medianTime() {
    return headers.tip().map(Tip::height).map(this::medianTime);
  }

  private Instant medianTime(int height) {
    var times =
        IntStream.rangeClosed(Math.max(0, height - MEDIAN_SPAN + 1), height)
            .mapToObj(headers::header)
            .flatMap(Optional::stream)
            .map(header -> header.time)
            .sorted()
            .toList();
    return Instant.ofEpochSecond(times.get(times.size() / 2));
  }

  @Override
  public void close() {
    store.close();
  }
}
