package org.bulbil.agent;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.bulbil.agent.bequest.Estate;
import org.bulbil.agent.birth.Nursery;
import org.bulbil.agent.birth.Parent;
import org.bulbil.agent.birth.Surplus;
import org.bulbil.agent.clock.Timekeeper;
import org.bulbil.agent.health.Notices;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.purchase.Purchase;
import org.bulbil.agent.purchase.Purchases;
import org.bulbil.agent.settings.NurseSettings;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.status.Porch;
import org.bulbil.agent.status.ShownJournal;
import org.bulbil.agent.status.StatusFile;
import org.bulbil.agent.status.StatusPorch;
import org.bulbil.agent.stop.Herald;
import org.bulbil.agent.stop.Obedience;
import org.bulbil.agent.tenancy.Home;
import org.bulbil.agent.tenancy.Renewal;
import org.bulbil.agent.tenancy.Tenancy;
import org.bulbil.agent.will.Deadline;
import org.bulbil.agent.will.Will;
import org.bulbil.agent.workload.Relations;
import org.bulbil.agent.workload.Workload;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.store.StoreException;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.policy.Decision;
import org.bulbil.core.policy.Decision.AskPrice;
import org.bulbil.core.policy.Decision.BuyCredit;
import org.bulbil.core.policy.Decision.Consolidate;
import org.bulbil.core.policy.Decision.LastWill;
import org.bulbil.core.policy.Decision.Propagate;
import org.bulbil.core.policy.Decision.Rest;
import org.bulbil.core.policy.Decision.TopUp;
import org.bulbil.core.policy.Policy;
import org.bulbil.core.policy.Remainder;
import org.bulbil.core.policy.Situation;
import org.bulbil.core.time.Stopwatch;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.Provider;
import org.bulbil.wire.Endpoint;

/**
 * A server's mind and hands: at each heartbeat it looks around, decides, acts and says so.
 *
 * <p>Whatever is under way — a payment, a purchase, a birth — is a row on disk that a heartbeat
 * moves one step further, so that a kill between any two instructions costs a heartbeat and nothing
 * else. One thread.
 */
public final class Agent implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Agent.class.getName());

  private final Settings settings;
  private final Time time;
  private final Journal journal;
  private final Wallet wallet;
  private final Notices notices;
  private final Tenancy tenancy;
  private final Renewal renewal;
  private final Purchases purchases;
  private final Nursery nursery;
  private final FeeWatch fees;
  private final Consolidation consolidation;
  private final Will will;
  private final Estate estate;
  private final Workload workload;
  private final Relations kin;
  private final Obedience obedience;
  private final Herald herald;
  private final Lookout lookout;
  private final Policy policy;
  private final Timekeeper timekeeper;
  private final GiftBell giftBell;
  private final Portrait portrait;
  private final ShownJournal decisions;
  private final Porch porch;
  private Verdict last = Verdict.NONE;
  private Surplus surplus = Surplus.UNKNOWN;

  /**
   * An agent that lives in {@code home}, which must exist.
   *
   * @param chain servers that must agree
   * @param wall the machine's clock, which may be wrong
   * @param random strong: it draws the wallet's seed at the first start
   */
  public static Agent in(
      Path home,
      Settings settings,
      Provider provider,
      List<ChainSource> chain,
      Time wall,
      Stopwatch stopwatch,
      RandomGenerator random) {
    var time = Timekeeper.steady(wall, stopwatch, settings.lease().day());
    var disk = Disk.at(home);
    var household =
        Household.moveIn(
            disk,
            settings,
            provider,
            chain,
            Workloads.of(settings, home, disk.tor(), time, random),
            time,
            random);
    var doors = Doors.of(household, home, stopwatch, random);
    return new Agent(household, new StatusPorch(StatusFile.in(home), doors));
  }

  Agent(Household household, Porch porch) {
    this.porch = porch;
    this.settings = household.settings();
    this.time = household.time();
    this.journal = household.journal();
    this.wallet = household.wallet();
    this.notices = household.notices();
    this.tenancy = household.tenancy();
    this.renewal = household.renewal();
    this.purchases = household.purchases();
    this.nursery = household.nursery();
    this.fees = household.fees();
    this.consolidation = household.consolidation();
    this.will = household.will();
    this.estate = household.estate();
    this.workload = household.workload();
    this.kin = workload.relations();
    this.obedience = household.obedience();
    this.herald = household.herald();
    this.lookout = household.lookout();
    this.timekeeper = household.timekeeper();
    this.policy = Judgement.of(settings, household.provider().terms().prepayment());
    this.giftBell = new GiftBell(journal);
    this.portrait = new Portrait(household);
    this.decisions = household.decisions();
  }

  /** Beats until the thread is interrupted. */
  public void run() throws InterruptedException {
    journal.note(Entry.Kind.START, "the agent of " + settings.hostname() + " starts");
    while (!Thread.currentThread().isInterrupted()) {
      beat();
      time.pause(settings.rhythm().heartbeat());
    }
  }

  /** One heartbeat. A failure of one part is told, and keeps no other part from its work. */
  void beat() {
    var view = attempt("wallet", lookout::purse);
    attempt("clock", () -> timekeeper.check(view.flatMap(_ -> wallet.tipTime())));
    attempt("outbox", () -> wallet.outbox().settle());
    attempt("gifts", () -> view.ifPresent(giftBell::ring));
    attempt("renewal", () -> tenancy.known().ifPresent(renewal::settle));
    attempt("lease", tenancy::observe).ifPresent(home -> live(home, view));
  }

  private void live(Home home, Optional<WalletView> view) {
    attempt("waking", () -> tenancy.wake(home));
    attempt("purchase", this::advancePurchase);
    surplus = Surplus.UNKNOWN;
    attempt("decision", () -> decideAndAct(home, view));
    attempt("will", this::pressWill);
    attempt("merging", () -> consolidation.press(fees.newest()));
    attempt(workload.name(), () -> keepWork(home));
    attempt("birth", () -> advanceBirth(home));
    attempt("children", nursery::callRoll);
    attempt("notices", notices::look);
    attempt("status", () -> show(home));
    attempt("publishing", () -> workload.publish(() -> portrait.of(home, wallet.view(), last)));
    attempt("decisions", decisions::renew);
    attempt("family", () -> workload.lookAround(nursery.book().children()));
    attempt("orders", herald::beat);
    attempt("bequest", () -> keepBequests(home, view));
  }

  private void keepWork(Home home) {
    if (obedience.isLeaving()) {
      workload.rest(home);
    } else {
      workload.keep(home);
    }
    obedience.meet(kin.identity(), kin.family());
  }

  private void advanceBirth(Home home) {
    if (obedience.conduct().isPresent()) {
      nursery.windUp(parent(home), surplus);
    } else {
      nursery.advance(parent(home), surplus);
    }
  }

  /** What a child is to be told of us, once there is all of it. */
  private Optional<Parent> parent(Home home) {
    return home.address()
        .map(address -> Endpoint.http(address, settings.relay().statusPort()))
        .map(page -> new NurseSettings(page, kin.family()))
        .flatMap(self -> kin.identity().map(own -> new Parent(own, self, lookout.prior())));
  }

  /** Signs what is left behind, and looks after what others have left. */
  private void keepBequests(Home home, Optional<WalletView> view) {
    kin.identity()
        .ifPresent(
            self -> {
              estate.meet(self, kin.family());
              view.ifPresent(
                  seen -> estate.settle(self, seen, will.address(), home.lease().expiry()));
            });
  }

  private void advancePurchase() {
    purchases.newest(Purchase.RENT).filter(Purchase::isOpen).ifPresent(this::advance);
    purchases.revisit(Purchase.RENT, tenancy.token());
  }

  /** A relay that leaves pays for no more credit; what it has paid already is followed. */
  private void advance(Purchase purchase) {
    if (obedience.isLeaving() && !purchases.hasPayment(purchase)) {
      purchases.drop(purchase, "the relay was ordered to shut down");
    } else {
      purchases.advance(purchase, tenancy.token());
    }
  }

  private void decideAndAct(Home home, Optional<WalletView> view) {
    var situation = lookout.situation(home, view);
    var decision = policy.decide(situation);
    if (isNews(decision)) {
      journal.note(
          Entry.Kind.DECISION, decision.getClass().getSimpleName() + ": " + decision.why());
    }
    last =
        new Verdict(
            decision,
            situation.runwayDays(),
            Remainder.of(situation),
            Prospect.of(situation, settings.genome(), policy.gate()));
    surplus = surplus(decision, situation);
    act(decision, home, view);
  }

  /** A relay that leaves spares nothing for others: the beneficiary gets it all. */
  private Surplus surplus(Decision decision, Situation situation) {
    if (obedience.isLeaving()) {
      return _ -> Optional.of(false);
    }
    return decision.spends() ? Surplus.UNKNOWN : amount -> policy.gate().spares(situation, amount);
  }

  /** What the newest heartbeat decided. */
  Decision decision() {
    return last.decision();
  }

  /** Whether a decision differs in kind from the one before; the days in its words always do. */
  private boolean isNews(Decision decision) {
    return !decision.getClass().equals(last.decision().getClass());
  }

  private void act(Decision decision, Home home, Optional<WalletView> view) {
    switch (decision) {
      case Rest _ -> {}
      case TopUp(int days, _) -> renewal.topUp(home.lease(), days);
      case AskPrice _ -> purchases.askPrice(tenancy.token(), settings.lease().smallestInvoice());
      case BuyCredit buy ->
          purchases.advance(
              purchases.begin(Purchase.RENT, buy.amount(), buy.feePercent(), buy.why()),
              tenancy.token());
      case Propagate birth -> nursery.begin(birth.endowment(), birth.why());
      case Consolidate _ -> consolidation.merge(fees.newest());
      case LastWill _ -> view.ifPresent(seen -> will.make(seen, deadline(home.lease())));
    }
  }

  /**
   * By the lease as it is after what was just done: a will is in no hurry any more if that helped.
   */
  private void pressWill() {
    tenancy
        .known()
        .map(this::deadline)
        .ifPresent(obedience.isLeaving() ? will::pressOn : will::press);
  }

  private Deadline deadline(Lease lease) {
    return new Deadline(lease.expiry(), lookout.lastSafe());
  }

  private void show(Home home) {
    home.address()
        .map(address -> new InetSocketAddress(address, settings.relay().statusPort()))
        .ifPresent(where -> porch.show(where, () -> portrait.of(home, wallet.view(), last)));
  }

  private void attempt(String part, Runnable work) {
    var _ =
        attempt(
            part,
            () -> {
              work.run();
              return Optional.empty();
            });
  }

  /**
   * Runs one part. What it throws is a bug or a broken disk: told, and tried again next time.
   *
   * @return its answer; empty where it failed
   */
  private <T> Optional<T> attempt(String part, Supplier<Optional<T>> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the " + part + " part failed", e);
      tell(part + ": " + e);
      return Optional.empty();
    }
  }

  /** Where the disk is what failed, the log alone is told. */
  private void tell(String trouble) {
    try {
      journal.note(Entry.Kind.TROUBLE, trouble);
    } catch (StoreException e) {
      LOG.log(System.Logger.Level.ERROR, "the journal takes no entry: {0}", e.getMessage());
    }
  }

  @Override
  public void close() {
    porch.close();
    workload.close();
    wallet.close();
    journal.close();
  }
}
