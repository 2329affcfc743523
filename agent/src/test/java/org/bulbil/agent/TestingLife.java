package org.bulbil.agent;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bulbil.agent.clock.Timekeeper;
import org.bulbil.agent.order.StopKey;
import org.bulbil.agent.relay.RelayWorkload;
import org.bulbil.agent.settings.ChainSettings;
import org.bulbil.agent.settings.LeaseSettings;
import org.bulbil.agent.settings.RelaySettings;
import org.bulbil.agent.settings.Rhythm;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.settings.WillSettings;
import org.bulbil.agent.status.Porch;
import org.bulbil.agent.status.Status;
import org.bulbil.agent.workload.Workload;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingChain;
import org.bulbil.bitcoin.testing.TestingChainSource;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.bitcoin.wallet.AccountLine;
import org.bulbil.core.charity.Beneficiaries;
import org.bulbil.core.charity.Beneficiary;
import org.bulbil.core.contact.Email;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.genome.Lineage;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.lease.Region;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.policy.Decision;
import org.bulbil.core.policy.Limits;
import org.bulbil.core.policy.Prior;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.Catalogue;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.Prepayment;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.ServerOrder;
import org.bulbil.hosting.Terms;
import org.bulbil.hosting.testing.Book;
import org.bulbil.hosting.testing.TestingProvider;
import org.bulbil.tor.process.TorFolder;

/**
 * One production agent on a simulated clock, with a provider and a chain in memory. Three blocks
 * come between two heartbeats; the provider's cashier credits what the chain shows confirmed. A
 * crash is a new agent over the same folder.
 */
final class TestingLife implements AutoCloseable {

  static final Hostname HOSTNAME = new Hostname("bulbil0");
  static final Duration HEARTBEAT = Duration.ofMinutes(30);
  private static final int BLOCKS_A_HEARTBEAT = 3;
  static final Plan PLAN = new Plan("vc2-1c-1gb", Cents.of(38), 1, 1024, 25, 1.0, true);

  final TestingTime time = new TestingTime();
  final TestingChain chain = new TestingChain(time.trueTime());
  final TestingChainSource chainSource = chain.source("one");
  final TestingKeeper keeper = new TestingKeeper();
  final Book book;
  final TestingProvider provider;
  final CreditToken token;
  final Address beneficiary = fresh();
  final Address second = fresh();

  /** What the next start reads: the first is valid for a month, the second for a year. */
  Beneficiaries beneficiaries =
      Beneficiaries.of(charity("First", beneficiary, 30), charity("Second", second, 365));

  /** What the next start reads: at first any relay that is rich for its age bears children. */
  Limits limits = Limits.HASTY;

  /** What the next start reads: at first it obeys nobody. */
  Optional<StopKey> stopKey = Optional.empty();

  private FeeRate minersFloor = new FeeRate(1);

  /** Whether invoices of other tokens than the own are credited when they are paid. */
  boolean creditsChildren = true;

  /** What visitors of its page would see now; empty before there is a page. */
  private Optional<Supplier<Status>> page = Optional.empty();

  private final Porch porch =
      new Porch() {
        @Override
        public void show(InetSocketAddress where, Supplier<Status> newest) {
          page = Optional.of(newest);
        }

        @Override
        public void close() {}
      };

  private final Disk disk;
  private final Work work;
  private final UnaryOperator<Provider> asSeen;
  private final Random random = new Random(20261122);
  private Household household;
  private Agent agent;

  TestingLife(Disk disk, int days) {
    this(disk, days, UnaryOperator.identity());
  }

  /**
   * @param asSeen what stands between the agent and its provider
   */
  TestingLife(Disk disk, int days, UnaryOperator<Provider> asSeen) {
    this(disk, days, asSeen, Prepayment.CREDIT, TestingLife::relay);
  }

  /** At a provider whose paid days stick to the machine. */
  static TestingLife onMachine(Disk disk, int days) {
    return new TestingLife(
        disk, days, UnaryOperator.identity(), Prepayment.ON_MACHINE, TestingLife::relay);
  }

  /** Of a server that is for something else than a relay. */
  static TestingLife of(Disk disk, int days, Work work) {
    return new TestingLife(disk, days, UnaryOperator.identity(), Prepayment.CREDIT, work);
  }

  /** What the server is for. */
  @FunctionalInterface
  interface Work {

    /** What a server does instead of a relay that has these settings. */
    Begun begin(TestingLife life, Settings settings, Time time);
  }

  /** A workload that is about to begin, and the settings that tell of it. */
  record Begun(Settings settings, Workload.Beginning beginning) {}

  private static Begun relay(TestingLife life, Settings settings, Time time) {
    return new Begun(
        settings,
        (journal, wallet) ->
            new RelayWorkload(
                settings, life.disk.tor(), life.keeper, journal, wallet, time, life.random));
  }

  private TestingLife(
      Disk disk, int days, UnaryOperator<Provider> asSeen, Prepayment prepayment, Work work) {
    this.disk = disk;
    this.work = work;
    this.asSeen = asSeen;
    var catalogue =
        new Catalogue(
            List.of(PLAN),
            List.of(new Region("ewr", "New Jersey"), new Region("ams", "Amsterdam")));
    book =
        new Book(
            time.trueTime(),
            Day.REAL,
            catalogue,
            new Terms(Cents.dollars(5), 90, 365, 65_536, prepayment),
            Rate.ofDollars(100_000),
            new Random(1));
    book.useAddresses(() -> fresh().toString());
    provider = new TestingProvider(book, time.trueTime());
    token = provider.mint().answer().orElseThrow();
    if (prepayment == Prepayment.CREDIT) {
      book.grant(token, PLAN.rentFor(days));
    }
    provider.launch(token, new ServerOrder(HOSTNAME, PLAN.slug(), "ewr", days, ""));
    if (prepayment == Prepayment.ON_MACHINE) {
      book.prepay(token, days);
    }
    household = moveIn();
    agent = new Agent(household, porch);
  }

  /** A disk in memory, but for tor's keys, which are in {@code home}. */
  static Disk memory(Path home) {
    var disk = new SimulatedDisk();
    return new Disk(
        disk.seed(),
        disk.file("wallet.db"),
        disk.file("journal.db"),
        new TorFolder(home.resolve("tor")));
  }

  /** Somebody who may be paid for so many days from now. */
  Beneficiary charity(String name, Address address, int days) {
    var today = Beneficiaries.day(time.now());
    return new Beneficiary(
        name, address.toString(), "https://charity.test", today, today.plusDays(days));
  }

  private Address fresh() {
    return Account.of(Words.draw(random()), Network.REGTEST).address(Branch.RECEIVE);
  }

  /** Before the field is set, while the others are. */
  private static final Random ADDRESSES = new Random(7);

  private static Random random() {
    return ADDRESSES;
  }

  private Household moveIn() {
    var steady = Timekeeper.steady(time, time, Day.REAL);
    var begun = work.begin(this, settings(), steady);
    return Household.moveIn(
        disk,
        begun.settings(),
        asSeen.apply(provider),
        List.of(chainSource, chain.source("two")),
        begun.beginning(),
        steady,
        random);
  }

  private Settings settings() {
    return new Settings(
        HOSTNAME,
        new LeaseSettings(
            URI.create("http://localhost"), "vultr", token.value(), Day.REAL, Cents.dollars(5)),
        new ChainSettings(
            Network.REGTEST,
            List.of(URI.create("http://localhost")),
            HEARTBEAT.dividedBy(BLOCKS_A_HEARTBEAT),
            FeeRate.ofSatPerVb(50)),
        new RelaySettings(new Email("op@sandbox.test"), "", "/nowhere/tor", 9001, 8080, List.of()),
        Genome.founder("ewr", PLAN.slug()),
        Lineage.FOUNDER,
        Prior.USUAL,
        Optional.empty(),
        new WillSettings(beneficiaries, Cents.dollars(3)),
        Optional.empty(),
        stopKey,
        limits,
        new Rhythm(HEARTBEAT, Duration.ofSeconds(30)),
        TestingBundle.SETTINGS,
        Optional.empty());
  }

  Address address() {
    return household.wallet().receiveAddress();
  }

  /** A gift, in a block. */
  void give(long sats) {
    chain.fundAndMine(address(), Sats.of(sats));
  }

  /** From now on blocks take nothing that pays less. */
  void minersAsk(FeeRate least) {
    minersFloor = least;
  }

  /** Lets {@code span} pass: blocks, the cashier, heartbeats. */
  void live(Duration span) {
    var end = time.truth().plus(span);
    while (time.truth().isBefore(end)) {
      agent.beat();
      chain.mine(minersFloor);
      cashier();
      time.pause(HEARTBEAT);
      for (int i = 1; i < BLOCKS_A_HEARTBEAT; i++) {
        chain.mine(minersFloor);
      }
    }
  }

  /** One heartbeat and no block. */
  void beat() {
    agent.beat();
  }

  private void cashier() {
    for (var account : tokens()) {
      provider.invoices(account).answer().stream()
          .flatMap(List::stream)
          .filter(invoice -> invoice.isPayable(time.truth()) && isPaidOnChain(invoice))
          .forEach(invoice -> book.pay(account, invoice.id(), "0".repeat(64)));
    }
  }

  private List<CreditToken> tokens() {
    var all = new ArrayList<>(List.of(token));
    if (creditsChildren) {
      household.nursery().book().all().forEach(birth -> birth.token().ifPresent(all::add));
    }
    return all;
  }

  private boolean isPaidOnChain(Invoice invoice) {
    var address = Address.parse(invoice.request().address(), Network.REGTEST);
    return chain.balance(address).equals(invoice.request().amount());
  }

  /** The process is killed and started again. */
  void crash() {
    agent.close();
    household = moveIn();
    agent = new Agent(household, porch);
  }

  Lease lease() {
    return provider.leases(token, HOSTNAME).answer().orElseThrow().getFirst();
  }

  double leaseDays() {
    return lease().daysLeft(time.truth(), Day.REAL);
  }

  Cents credit() {
    return provider.credit(token).answer().orElseThrow();
  }

  AccountLine account() {
    return household.wallet().view().orElseThrow().account();
  }

  /** The newest status, as it is drawn for visitors. */
  Status page() {
    return page.orElseThrow().get();
  }

  Decision decision() {
    return agent.decision();
  }

  Household household() {
    return household;
  }

  Optional<CreditToken> childToken() {
    return household.nursery().book().all().stream().findFirst().flatMap(birth -> birth.token());
  }

  @Override
  public void close() {
    agent.close();
  }
}
