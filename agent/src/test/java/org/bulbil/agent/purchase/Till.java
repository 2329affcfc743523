package org.bulbil.agent.purchase;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.bulbil.agent.journal.Journal;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.payment.Bidding;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingChain;
import org.bulbil.bitcoin.testing.TestingChainSource;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletSettings;
import org.bulbil.core.lease.Region;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Day;
import org.bulbil.hosting.Catalogue;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.InvoiceId;
import org.bulbil.hosting.PaymentRequest;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.Terms;
import org.bulbil.hosting.testing.Book;
import org.bulbil.hosting.testing.TestingProvider;

/** Purchases with a wallet, a chain and a provider in memory, and a turn that a test takes. */
final class Till implements AutoCloseable {

  static final Duration BLOCK = Duration.ofMinutes(10);
  static final Cents FIVE = Cents.dollars(5);

  final TestingTime time = new TestingTime();
  final TestingChain chain = new TestingChain(time);
  final TestingChainSource server = chain.source("one");
  final Book book;
  final TestingProvider provider;
  final CreditToken token;

  /** What the provider says of an invoice when it is read, in the place of the truth. */
  UnaryOperator<Invoice> told = UnaryOperator.identity();

  private final SimulatedDisk disk = new SimulatedDisk();
  private final Random dice = new Random(5);
  Wallet wallet;
  Journal journal;
  Purchases purchases;

  Till() {
    var catalogue = new Catalogue(List.of(), List.of(new Region("ewr", "New Jersey")));
    book =
        new Book(
            time,
            Day.REAL,
            catalogue,
            new Terms(FIVE, 90, 365, 65_536),
            Rate.ofDollars(100_000),
            new Random(1));
    book.useAddresses(() -> somebody().toString());
    provider = new TestingProvider(book, time);
    token = provider.mint().answer().orElseThrow();
    open();
  }

  private void open() {
    wallet =
        Wallet.open(
            WalletSettings.of(Network.REGTEST, disk.seed(), disk.file("wallet.db")),
            List.of(server),
            time,
            new Random(9));
    journal = Journal.open(disk.file("journal.db"), time);
    var bidding = new Bidding(BLOCK, FeeRate.RELAY_FLOOR, FeeRate.ofSatPerVb(50));
    var patience = new Patience(Network.REGTEST, bidding, Duration.ofDays(1));
    purchases = new Purchases(teller(), wallet, journal, patience, time);
  }

  void crash() {
    close();
    open();
  }

  private Address somebody() {
    return Account.of(Words.draw(dice), Network.REGTEST).address(Branch.RECEIVE);
  }

  /** The provider, with what it tells of an invoice put in the place of what is so. */
  private Provider teller() {
    return (Provider)
        Proxy.newProxyInstance(
            Provider.class.getClassLoader(),
            new Class<?>[] {Provider.class},
            (_, method, arguments) -> {
              var answer = method.invoke(provider, arguments);
              return method.getName().equals("invoice") && arguments[1] instanceof InvoiceId
                  ? ((Outcome<?>) answer).map(invoice -> told.apply((Invoice) invoice))
                  : answer;
            });
  }

  void give(long sats) {
    chain.fundAndMine(wallet.receiveAddress(), Sats.of(sats));
    wallet.refresh();
  }

  Purchase begin() {
    return purchases.begin(Purchase.RENT, FIVE, 30, "a test");
  }

  Purchase newest() {
    return purchases.newest(Purchase.RENT).orElseThrow();
  }

  /** What a heartbeat does for purchases. */
  Purchase turn() {
    wallet.refresh();
    wallet.outbox().settle();
    if (newest().isOpen()) {
      purchases.advance(newest(), token);
    }
    purchases.revisit(Purchase.RENT, token);
    return newest();
  }

  /** Turns, a block time apart, without a block. */
  Purchase turns(int count) {
    for (int i = 0; i < count; i++) {
      time.pause(BLOCK);
      turn();
    }
    return newest();
  }

  /** Turns, each after a block. */
  Purchase blocks(int count) {
    for (int i = 0; i < count; i++) {
      chain.mine(1);
      turns(1);
    }
    return newest();
  }

  Sats paidTo(Purchase purchase) {
    return chain.balance(address(purchase));
  }

  Address address(Purchase purchase) {
    return Address.parse(purchase.bill().orElseThrow().request().address(), Network.REGTEST);
  }

  /** The provider notices a payment of the newest purchase. */
  void credit() {
    book.pay(token, newest().bill().orElseThrow().invoice(), "0".repeat(64));
  }

  Cents balance() {
    return provider.credit(token).answer().orElseThrow();
  }

  boolean hasTold(String words) {
    return journal.newest(100).stream().anyMatch(entry -> entry.words().contains(words));
  }

  static Invoice asking(Invoice from, Sats amount) {
    return new Invoice(
        from.id(),
        new PaymentRequest(from.request().address(), amount),
        from.credits(),
        from.created(),
        from.expires(),
        from.paid(),
        from.txid(),
        from.expired());
  }

  static Invoice paidBy(Invoice from, String transaction, Cents credits, Instant at) {
    return new Invoice(
        from.id(),
        from.request(),
        credits,
        from.created(),
        from.expires(),
        Optional.of(at),
        Optional.of(transaction),
        false);
  }

  @Override
  public void close() {
    wallet.close();
    journal.close();
  }
}
