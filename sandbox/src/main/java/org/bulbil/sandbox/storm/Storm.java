package org.bulbil.sandbox.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.Worker;
import org.bulbil.sandbox.chain.ledger.MempoolEntry;
import org.bulbil.sandbox.provider.trouble.Moment;
import org.bulbil.sandbox.storm.Processes.Living;
import org.bulbil.sandbox.witness.Harm;
import org.bulbil.sandbox.witness.Relay;
import org.bulbil.sandbox.world.SandboxWorld;

/**
 * Kills at random in a running world, until it is closed.
 *
 * <p>Agents and tors are real processes and get a real SIGKILL. The provider is the sandbox itself:
 * its front alone is killed (see {@code SandboxProvider.crash}), a third of the time in the middle
 * of an act before it took effect, a third after it took effect and before the answer. Its books,
 * its upkeep and the servers go on, as a database, a node and hosts do beside a web server that
 * dies.
 */
public final class Storm implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Storm.class.getName());

  /** A front that is to die in the middle of an act and meets none dies anyway. */
  private static final Duration ACT_WAIT = Duration.ofSeconds(10);

  /** Everything has resumed long before, on a busy machine too. */
  private static final Duration CALM_WAIT = Duration.ofSeconds(60);

  /** For a newcomer to be given something and to sign a bequest of it. */
  private static final int SETTLED_DAYS = 5;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final SandboxWorld world;
  private final StormDice dice;
  private final Time time;
  private final Consumer<Strike> listener;
  private final Map<String, Integer> strikes = new ConcurrentHashMap<>();
  private final Outages outages;
  private final Worker worker;

  private Storm(
      SandboxWorld world,
      StormSettings settings,
      Time time,
      RandomGenerator random,
      Consumer<Strike> listener) {
    this.world = world;
    this.dice = new StormDice(settings, random);
    this.time = time;
    this.listener = listener;
    this.outages = new Outages(time);
    this.worker = new Worker("storm", this::blow);
  }

  /**
   * Begins to strike.
   *
   * @param random used by the storm's thread alone
   * @param listener hears each strike that hit, on a thread of the storm
   */
  public static Storm start(
      SandboxWorld world,
      StormSettings settings,
      Time time,
      RandomGenerator random,
      Consumer<Strike> listener) {
    var storm = new Storm(world, settings, time, random, listener);
    storm.worker.start();
    return storm;
  }

  private void blow() throws InterruptedException {
    while (true) {
      time.pause(dice.pause());
      try {
        dice.strike(living()).ifPresent(this::strike);
      } catch (RuntimeException e) { // One blow that misses must not be the last.
        LOG.log(Level.WARNING, "a strike of the storm failed", e);
      }
    }
  }

  private List<Relay> living() {
    return world.relays().stream()
        .filter(relay -> relay.isAlive() && relay.server().isPresent())
        .toList();
  }

  private void strike(Strike strike) {
    switch (strike) {
      case Strike.Agent(Relay relay) -> kill(processes(relay).agent(), strike);
      case Strike.Tor(Relay relay) -> killWhatItIsFor(relay, strike);
      case Strike.Web(Relay relay) -> kill(processes(relay).web(), strike);
      case Strike.Server(Relay relay) -> delete(relay, strike);
      case Strike.Provider provider -> crash(provider);
      case Strike.Cut cut -> cut(cut);
      case Strike.Eviction _ -> evict(strike);
      case Strike.Reorganisation(int depth) -> {
        var chain = world.market().chain();
        chain.chain().reorganise(depth, chain.faucet().address().script());
        tell(strike);
      }
    }
  }

  private RelayProcesses processes(Relay relay) {
    return new RelayProcesses(world.market().disk(relay.server().orElseThrow()));
  }

  private void killWhatItIsFor(Relay relay, Strike atTor) {
    var web = processes(relay).web();
    kill(web.or(processes(relay)::tor), web.isPresent() ? new Strike.Web(relay) : atTor);
  }

  /**
   * One server at a time: whoever keeps a bequest sends it when the lease of the dead would have
   * ended, and must live until then; and a newcomer has not handed one over yet.
   */
  private void delete(Relay relay, Strike strike) {
    if (isSettled(relay)
        && world.relays().stream().filter(other -> !other.isAlive()).allMatch(this::isInherited)
        && world.market().provider().ban(relay.machine())) {
      tell(strike);
    }
  }

  private boolean isSettled(Relay relay) {
    return relay.running().filter(since -> hasPassed(since, SETTLED_DAYS)).isPresent();
  }

  private boolean isInherited(Relay dead) {
    return dead.inherited(world.market().rental().day()).isBefore(time.now());
  }

  private boolean hasPassed(Instant since, int days) {
    return since.plus(world.market().rental().day().times(days)).isBefore(time.now());
  }

  /** Whoever is between a death and the next start is not struck. */
  private void kill(Optional<Living> victim, Strike strike) {
    victim.ifPresent(
        process -> {
          process.kill();
          tell(strike);
        });
  }

  private void crash(Strike.Provider strike) {
    outages.begin(
        strike.what(), () -> tell(crashed(strike)), strike.outage(), this::openTheProvider);
  }

  /** The strike as it came: a front that met no act in time has died at once. */
  private Strike crashed(Strike.Provider strike) throws InterruptedException {
    var provider = world.market().provider();
    provider.crash(strike.moment());
    var deadline = time.now().plus(ACT_WAIT);
    while (provider.isOpen() && time.now().isBefore(deadline)) {
      time.pause(LOOK_AGAIN);
    }
    var waitedInVain = provider.isOpen();
    provider.crash(Moment.AT_ONCE);
    return waitedInVain ? new Strike.Provider(Moment.AT_ONCE, strike.outage()) : strike;
  }

  /** With a new front, so that no crash is waiting in it any more. */
  private void openTheProvider() {
    var provider = world.market().provider();
    provider.unplug();
    try {
      provider.plugIn();
    } catch (IOException e) {
      throw new UncheckedIOException("the provider's port was taken while it was down", e);
    }
  }

  private void cut(Strike.Cut cut) {
    var server = world.market().chain().faults().get(cut.server());
    outages.begin(
        cut.what(),
        () -> {
          server.keepSilent();
          tell(cut);
        },
        cut.outage(),
        server::none);
  }

  private void evict(Strike strike) {
    var chain = world.market().chain().chain();
    var waiting = chain.read(view -> view.mempool().stream().map(MempoolEntry::id).toList());
    if (!waiting.isEmpty() && !chain.evict(waiting.get(dice.lot(waiting.size()))).isEmpty()) {
      tell(strike);
    }
  }

  private void tell(Strike strike) {
    strikes.merge(strike.what(), 1, Integer::sum);
    listener.accept(strike);
  }

  /** Ends the storm; provider and chain servers are there again when this returns. */
  @Override
  public void close() {
    worker.close();
    outages.close();
  }

  /**
   * Waits, after the storm, until every living relay has an agent and a tor again.
   *
   * @return hostnames of those that had not after a minute
   */
  public List<String> awaitCalm() throws InterruptedException {
    var deadline = time.now().plus(CALM_WAIT);
    var fallen = fallen();
    while (!fallen.isEmpty() && time.now().isBefore(deadline)) {
      time.pause(LOOK_AGAIN);
      fallen = fallen();
    }
    return fallen;
  }

  private List<String> fallen() {
    return living().stream()
        .filter(relay -> !processes(relay).areBothThere())
        .map(Relay::hostname)
        .toList();
  }

  /** What the storm has done, with what others have seen of its effect. */
  public StormReport report(List<String> fallen, Harm harm) {
    return new StormReport(strikes, fallen, harm);
  }
}
