package org.bulbil.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bulbil.agent.birth.Nursery;
import org.bulbil.agent.birth.Parent;
import org.bulbil.agent.family.Membership;
import org.bulbil.agent.family.Nurse;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.purchase.Purchase;
import org.bulbil.agent.purchase.Purchases;
import org.bulbil.agent.relay.Card;
import org.bulbil.agent.relay.Condition;
import org.bulbil.agent.relay.Keeper;
import org.bulbil.agent.relay.RelayKeeper;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.settings.Settings.NurseSettings;
import org.bulbil.agent.status.Status;
import org.bulbil.agent.status.StatusServer;
import org.bulbil.agent.tenancy.Home;
import org.bulbil.agent.tenancy.Renewal;
import org.bulbil.agent.tenancy.Tenancy;
import org.bulbil.agent.will.Giving;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.core.policy.Decision;
import org.bulbil.core.policy.Decision.AskPrice;
import org.bulbil.core.policy.Decision.BuyCredit;
import org.bulbil.core.policy.Decision.LastWill;
import org.bulbil.core.policy.Decision.Propagate;
import org.bulbil.core.policy.Decision.Rest;
import org.bulbil.core.policy.Decision.TopUp;
import org.bulbil.core.policy.Policy;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.Provider;

/**
 * A relay's mind and hands: at each heartbeat it looks around, decides, acts and says so.
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
  private final Tenancy tenancy;
  private final Renewal renewal;
  private final Purchases purchases;
  private final Nursery nursery;
  private final Giving giving;
  private final Keeper relay;
  private final Membership membership;
  private final Nurse nurse;
  private final Lookout lookout;
  private final Policy policy;
  private final GiftBell giftBell;
  private final Portrait portrait;
  private Optional<StatusServer> porch = Optional.empty();
  private Verdict last = Verdict.NONE;
  private Condition condition = Condition.down("tor has not been looked at yet");

  /**
   * An agent that lives in {@code home}, which must exist.
   *
   * @param chain servers that must agree
   * @param random strong: it draws the wallet's seed at the first start
   */
  public static Agent in(
      Path home,
      Settings settings,
      Provider provider,
      List<ChainSource> chain,
      Time time,
      RandomGenerator random) {
    return new Agent(
        Household.moveIn(
            home,
            settings,
            provider,
            chain,
            journal -> new RelayKeeper(settings, home, journal, time),
            time,
            random));
  }

  Agent(Household household) {
    this.settings = household.settings();
    this.time = household.time();
    this.journal = household.journal();
    this.wallet = household.wallet();
    this.tenancy = household.tenancy();
    this.renewal = household.renewal();
    this.purchases = household.purchases();
    this.nursery = household.nursery();
    this.giving = household.giving();
    this.relay = household.relay();
    this.membership = household.membership();
    this.nurse = household.nurse();
    this.lookout = household.lookout();
    this.policy = new Policy(settings.genome(), settings.limits());
    this.giftBell = new GiftBell(journal);
    this.portrait = new Portrait(household);
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
    var view = lookout.purse();
    attempt("outbox", () -> wallet.outbox().settle());
    view.ifPresent(giftBell::ring);
    tenancy.observe().ifPresent(home -> live(home, view));
  }

  private void live(Home home, Optional<WalletView> view) {
    attempt("lease", () -> tenancy.wake(home));
    attempt("renewal", () -> renewal.settle(home.lease()));
    attempt("purchase", this::advancePurchase);
    attempt("decision", () -> decideAndAct(home, view));
    attempt("relay", () -> keepRelay(home));
    attempt("birth", () -> nursery.advance(parent(home)));
    attempt("status", () -> show(home));
    attempt("family", this::keepFamily);
  }

  private void keepRelay(Home home) {
    condition = Condition.down("how it is could not be found out");
    condition =
        relay.keep(home, new Card(wallet.receiveAddress().toString(), membership.declared()));
  }

  /** What a child is to be told of us, once there is all of it. */
  private Optional<Parent> parent(Home home) {
    return home.address()
        .map(address -> "http://%s:%d".formatted(address, settings.relay().statusPort()))
        .map(url -> new NurseSettings(URI.create(url), membership.family()))
        .flatMap(self -> condition.fingerprint().map(own -> new Parent(own, self)));
  }

  /** Asks for the family key, or hands it on. Last in a heartbeat, since it may wait a little. */
  private void keepFamily() {
    membership.seek(condition.listed().flatMap(_ -> condition.fingerprint()));
    membership
        .key()
        .ifPresent(key -> nurse.lookAfter(nursery.book().children(), key, relay::descriptor));
  }

  private void advancePurchase() {
    purchases
        .newest(Purchase.RENT)
        .filter(Purchase::isOpen)
        .ifPresent(purchase -> purchases.advance(purchase, tenancy.token()));
    purchases.revisit(Purchase.RENT, tenancy.token());
  }

  private void decideAndAct(Home home, Optional<WalletView> view) {
    var situation = lookout.situation(home, view);
    var decision = policy.decide(situation);
    if (isNews(decision)) {
      journal.note(
          Entry.Kind.DECISION, decision.getClass().getSimpleName() + ": " + decision.why());
    }
    last = new Verdict(decision, situation.runwayDays());
    act(decision, home, view);
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
      case BuyCredit(var amount, var urgency, String why) ->
          purchases.advance(
              purchases.begin(Purchase.RENT, amount, policy.feePercent(urgency), why),
              tenancy.token());
      case Propagate(var endowment, String why) -> nursery.begin(endowment, why);
      case LastWill _ -> view.ifPresent(giving::lastWill);
    }
  }

  private void show(Home home) {
    var status = portrait.of(home, condition, wallet.view(), last);
    porch.ifPresentOrElse(
        door -> door.show(status),
        () -> home.address().ifPresent(address -> open(address, status)));
  }

  private void open(String address, Status first) {
    var where = new InetSocketAddress(address, settings.relay().statusPort());
    try {
      var opened = StatusServer.open(where, first);
      opened.add(Nurse.PATH, nurse);
      porch = Optional.of(opened);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "no status page at {0}: {1}", where, e.getMessage());
    }
  }

  /** Runs one part. What it throws is a bug or a broken disk: told, and tried again next time. */
  private void attempt(String part, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the " + part + " part failed", e);
      journal.note(Entry.Kind.TROUBLE, part + ": " + e);
    }
  }

  @Override
  public void close() {
    porch.ifPresent(StatusServer::close);
    wallet.close();
    journal.close();
  }
}
