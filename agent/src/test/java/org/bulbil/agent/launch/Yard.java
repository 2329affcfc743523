package org.bulbil.agent.launch;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bulbil.agent.family.PaperBelonging;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingChain;
import org.bulbil.bitcoin.testing.TestingChainSource;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.contact.Heritage;
import org.bulbil.core.genome.Lineage;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.lease.Region;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Day;
import org.bulbil.hosting.Accepted;
import org.bulbil.hosting.Catalogue;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.ServerOrder;
import org.bulbil.hosting.Terms;
import org.bulbil.hosting.bootstrap.FirstBoot;
import org.bulbil.hosting.testing.Book;
import org.bulbil.hosting.testing.TestingProvider;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.family.FamilyKey;
import org.bulbil.tor.family.SealedFamilyKey;
import org.bulbil.tor.seal.X25519;

/**
 * A launch with a provider, a chain and a directory in memory. Relays are Running as soon as their
 * server is bought, and declare the family once they were brought its key. A crash is a new launch
 * over the same disk.
 */
final class Yard implements AutoCloseable {

  static final Duration BLOCK = Duration.ofMinutes(10);
  static final Plan PLAN = new Plan("vc2-1c-1gb", Cents.of(38), 1, 1024, 25, 1.0, true);
  static final int DAYS = 14;

  final TestingTime time = new TestingTime();
  final TestingChain chain = new TestingChain(time);
  final TestingChainSource server = chain.source("one");
  final SimulatedDisk disk = new SimulatedDisk();
  final Book book;
  final TestingProvider provider;
  final FamilyKey key = FamilyKey.ofSeed(new byte[32]);

  private final Random dice = new Random(20261123);
  private final Set<String> addresses = new HashSet<>();
  private final Set<String> joined = new HashSet<>();
  private final Request request;
  private boolean isPaid;
  private Launch launch;

  Yard(int regions, int perRegion) {
    var places =
        List.of(
            new Region("ewr", "New Jersey"),
            new Region("ams", "Amsterdam"),
            new Region("nrt", "Tokyo"));
    book =
        new Book(
            time,
            Day.REAL,
            new Catalogue(List.of(PLAN), places),
            new Terms(Cents.dollars(5), 90, 365, 65_536),
            Rate.ofDollars(100_000),
            new Random(1));
    book.useAddresses(this::invoiceAddress);
    provider = new TestingProvider(book, time);
    request = request(regions, perRegion);
    launch = open();
  }

  static Request request(int regions, int perRegion) {
    return new Request(
        Request.FORMAT,
        "http://localhost",
        "vultr",
        "regtest",
        List.of("http://localhost"),
        List.of("http://localhost"),
        List.of(Integer.toString(regions)),
        perRegion,
        "",
        DAYS,
        0,
        "op@sandbox.test",
        List.of(),
        List.of(),
        "",
        "",
        "",
        Ways.USUAL,
        SiteRequest.NONE,
        "");
  }

  static Rules rules() {
    return new Rules(
        Network.REGTEST,
        BLOCK,
        FeeRate.ofSatPerVb(50),
        Day.REAL,
        Duration.ofSeconds(30),
        8080,
        new Pace(Duration.ofSeconds(30), Duration.ZERO));
  }

  private String invoiceAddress() {
    var address = fresh();
    return address.toString();
  }

  Address fresh() {
    return Account.of(Words.draw(dice), Network.REGTEST).address(Branch.RECEIVE);
  }

  Surroundings world() {
    return new Surroundings(
        provider,
        List.of(server),
        this::running,
        this::bring,
        key,
        PaperBelonging.byCount(),
        founder -> new FirstBoot("a script with " + founder.token().orElseThrow().value()),
        Crew.alone());
  }

  private Launch open() {
    var parts = new LaunchDisk(disk.seed(), disk.file("wallet.db"), disk.file("journal.db"));
    return Launch.open(parts, world(), rules(), time, dice);
  }

  Launch launch() {
    return launch;
  }

  Bill bill() {
    return new Estimate(world(), rules())
        .of(request)
        .answer()
        .orElseThrow(() -> new AssertionError("no bill"));
  }

  void agree() {
    var bill = bill();
    agree(bill, bill.most());
  }

  void agree(Bill bill, Cents most) {
    launch.agree(bill, Budget.of(bill, most));
  }

  /** What a person pays who was shown the bill. */
  void pay() {
    isPaid = true;
    chain.fundAndMine(launch.address(), bill().asked());
  }

  boolean isPaid() {
    return isPaid;
  }

  /** The process is killed and started again. */
  void crash() {
    disk.crash();
    launch = open();
  }

  /** One turn, then some time, and a block with what waits. */
  Turn turn() throws InterruptedException {
    var turn = launch.turn();
    chain.mine(1);
    cashier();
    time.pause(BLOCK);
    return turn;
  }

  /** Turns until all is over, at most {@code most}. */
  Turn live(int most) throws InterruptedException {
    var last = turn();
    for (int i = 1; i < most && !last.isOver(); i++) {
      last = turn();
    }
    return last;
  }

  private void cashier() {
    for (var token : book.tokens()) {
      provider.invoices(token).answer().stream()
          .flatMap(List::stream)
          .filter(invoice -> invoice.isPayable(time.now()) && isPaidOnChain(invoice))
          .forEach(invoice -> book.pay(token, invoice.id(), "0".repeat(64)));
    }
  }

  private boolean isPaidOnChain(Invoice invoice) {
    return chain.balance(address(invoice)).equals(invoice.request().amount());
  }

  private static Address address(Invoice invoice) {
    return Address.parse(invoice.request().address(), Network.REGTEST);
  }

  /** Every server that was bought. */
  List<ServerOrder> orders() {
    return book.tokens().stream().flatMap(token -> book.orders(token).stream()).toList();
  }

  /** Every invoice that was ever made. */
  List<Invoice> invoices() {
    return book.tokens().stream()
        .flatMap(token -> provider.invoices(token).answer().orElseThrow().stream())
        .toList();
  }

  /** What the chain shows paid for an invoice. */
  Sats paidFor(Invoice invoice) {
    return chain.balance(address(invoice));
  }

  private Outcome<List<ServerDescriptor>> running(Set<Hostname> names) {
    var all = new ArrayList<ServerDescriptor>();
    for (var token : book.tokens()) {
      for (var order : book.orders(token)) {
        if (names.contains(order.hostname())) {
          provider.leases(token, order.hostname()).answer().stream()
              .flatMap(List::stream)
              .forEach(lease -> all.add(relay(order.hostname(), lease.address().orElseThrow())));
        }
      }
    }
    return Outcome.done(all);
  }

  private ServerDescriptor relay(Hostname name, String address) {
    var some = new Bandwidth(1);
    var isKin = joined.contains(name.value());
    var contact = new Heritage(Lineage.FOUNDER, "00000000", java.util.Optional.of(family()));
    return new ServerDescriptor(
        new Nickname(name.value()),
        InetAddress.ofLiteral(address),
        9001,
        0,
        fingerprint(name),
        Instant.EPOCH,
        "",
        Duration.ZERO,
        new ServerDescriptor.Capacity(some, some, some),
        isKin ? contact.text() : "",
        List.of(),
        isKin ? 1 : 0,
        Base64.getEncoder().withoutPadding().encodeToString(X25519.publicKey(secret(name))),
        "",
        "");
  }

  private FamilyId family() {
    return new FamilyId(key.id());
  }

  static Fingerprint fingerprint(Hostname name) {
    return new Fingerprint("%040X".formatted(name.value().hashCode() & 0xffffffffL));
  }

  private static byte[] secret(Hostname name) {
    var secret = new byte[X25519.BYTES];
    new Random(name.value().hashCode()).nextBytes(secret);
    return secret;
  }

  /** All relays get what is brought to the one address that they share here. */
  private Outcome<Accepted> bring(URI page, SealedFamilyKey letter) {
    addresses.add(page.toString());
    launch.founders().stream()
        .filter(Founder::hasRun)
        .forEach(founder -> joined.add(founder.hostname().value()));
    return Outcome.done(new Accepted());
  }

  Set<String> visited() {
    return addresses;
  }

  @Override
  public void close() {
    launch.close();
  }
}
