package org.bulbil.sandbox.world;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.Collectors;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.directory.Listing;
import org.bulbil.sandbox.directory.PublicDirectory;
import org.bulbil.sandbox.donors.Donors;
import org.bulbil.sandbox.donors.Generosity;
import org.bulbil.sandbox.network.Fetched;
import org.bulbil.sandbox.network.SandboxNetwork;
import org.bulbil.sandbox.witness.Audit;
import org.bulbil.sandbox.witness.Auditor;
import org.bulbil.sandbox.witness.Harm;
import org.bulbil.sandbox.witness.LifeEvent;
import org.bulbil.sandbox.witness.LifeEvent.Kind;
import org.bulbil.sandbox.witness.Relay;
import org.bulbil.sandbox.witness.SelfReport;
import org.bulbil.sandbox.witness.StatusPages;
import org.bulbil.sandbox.witness.Witness;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.wire.Http;

/**
 * The whole world on one machine: a market, a Tor network, donors, a witness. The relays are
 * whoever rents servers from the provider.
 */
public final class SandboxWorld implements AutoCloseable {

  private static final Logger LOG = System.getLogger(SandboxWorld.class.getName());

  /** Between two rounds of the witness: fresh enough for people, light for an authority. */
  private static final Duration WITNESS_PAUSE = Duration.ofMillis(1500);

  /** Between two passes of the bandwidth scanner. */
  private static final Duration SCAN_PAUSE = Duration.ofSeconds(30);

  /** Consensus and descriptors of a thousand relays have 4 MB. */
  private static final Http.Limits DOCUMENTS = new Http.Limits(Duration.ofSeconds(10), 16 << 20);

  /** A status page has some 10 kB and is ready; one that is not in time is asked for again. */
  private static final Http.Limits PAGES = new Http.Limits(Duration.ofSeconds(3), 1 << 20);

  private final WorldSettings settings;
  private final Time time;
  private final SplittableGenerator random;
  private final RandomGenerator lots;
  private final Market market;
  private final SandboxNetwork network;
  private final PublicDirectory directory;
  private final Optional<SiteStand> site;
  private final StatusPages pages;
  private final Witness witness;
  private final Closing closing;
  private final Closing giving;

  private SandboxWorld(
      WorldSettings settings,
      Time time,
      SplittableGenerator random,
      Market market,
      SandboxNetwork network,
      Optional<SiteStand> site,
      Closing closing,
      Consumer<LifeEvent> listener) {
    this.settings = settings;
    this.time = time;
    this.random = random;
    this.lots = random.split();
    this.market = market;
    this.network = network;
    this.site = site;
    this.closing = closing;
    this.directory =
        new PublicDirectory(
            new DirectoryClient(closing.add(new Http(DOCUMENTS))),
            network.authorities().getFirst());
    this.pages = new StatusPages(closing.add(new Http(PAGES)), settings.statusPort());
    this.witness = witness(listener);
    closing.add(Loop.start("witness", witness::look, WITNESS_PAUSE, time));
    this.giving = closing.add(new Closing());
  }

  /**
   * Opens a world without relays. Refused with the cause where the network cannot start; then
   * nothing is left running.
   *
   * @param progress hears a line at each step
   * @param listener hears every life event once
   * @param meanwhile what can be done at the market while the network starts
   * @throws PortTaken where a service of the market cannot listen
   */
  public static Outcome<SandboxWorld> open(
      WorldSettings settings,
      Time time,
      SplittableGenerator random,
      Consumer<String> progress,
      Consumer<LifeEvent> listener,
      Consumer<Market> meanwhile)
      throws IOException, InterruptedException {
    var closing = new Closing();
    var opened = false;
    var starting =
        new FutureTask<>(
            () -> SandboxNetwork.start(settings.network(), time, progress).map(closing::add));
    try {
      var market = closing.add(Market.open(settings.market(), time, random));
      Thread.ofVirtual().name("network").start(starting);
      meanwhile.accept(market);
      var site = site(settings, time, random).map(stand -> stand.map(closing::add));
      var world =
          started(starting)
              .flatMap(
                  network ->
                      site.map(
                          stand ->
                              new SandboxWorld(
                                  settings, time, random, market, network, stand, closing,
                                  listener)));
      opened = world instanceof Outcome.Done;
      return world;
    } finally {
      if (!opened) {
        closing.close();
      }
    }
  }

  private static Outcome<Optional<SiteStand>> site(
      WorldSettings settings, Time time, SplittableGenerator random)
      throws IOException, InterruptedException {
    return settings.site().isEmpty()
        ? Outcome.done(Optional.empty())
        : SiteStand.open(settings.site().get(), time, random.split()).map(Optional::of);
  }

  private static Outcome<SandboxNetwork> started(FutureTask<Outcome<SandboxNetwork>> starting)
      throws IOException, InterruptedException {
    try {
      return starting.get();
    } catch (ExecutionException e) {
      throw new IOException("the Tor network does not start", e.getCause());
    }
  }

  private Witness witness(Consumer<LifeEvent> listener) {
    return new Witness(
        market.chain().chain(),
        market.provider().book(),
        this::listings,
        market.beneficiaries(),
        market.rental(),
        time,
        event -> {
          bury(event);
          listener.accept(event);
        });
  }

  /** Everybody who asks for gifts. */
  private Outcome<List<Listing>> listings() {
    var relays = directory.read();
    return site.map(stand -> stand.with(relays)).orElse(relays);
  }

  /** Tells the authorities of a relay whose server is gone; they would notice after an hour. */
  private void bury(LifeEvent event) {
    if (event.kind() == Kind.DIED) {
      event.relay().fingerprint().ifPresent(this::reject);
    }
  }

  private void reject(Fingerprint relay) {
    try {
      var told = network.reject(relay);
      LOG.log(Level.DEBUG, "rejecting {0}: {1}", relay, told.summary());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the authorities cannot be told of a death", e);
    }
  }

  public Market market() {
    return market;
  }

  public SandboxNetwork network() {
    return network;
  }

  /** Empty where this is a world of relays alone. */
  public Optional<SiteStand> site() {
    return site;
  }

  /** Begins to read the site by its name, where there is one. */
  public void startReading() {
    site.ifPresent(stand -> stand.startReading(() -> stand.isAnyAlive(relays(), time.now())));
  }

  /** Every relay that ever was, in the order of birth. */
  public List<Relay> relays() {
    return witness.relays();
  }

  /** What a relay says of itself on its status page; unknown where it has no address yet. */
  public Outcome<SelfReport> ask(Relay relay) {
    return relay.server().map(pages::read).orElse(Outcome.unknown("it has no address yet"));
  }

  /**
   * Fetches a page or file of the network's website through {@code hops} of the relays, drawn by
   * lot, and the exit. Refused where fewer of them are Running.
   */
  public Outcome<Fetched> fetchThroughRelays(int hops, String path) {
    var running =
        relays().stream()
            .filter(relay -> relay.isAlive() && relay.running().isPresent())
            .flatMap(relay -> relay.fingerprint().stream())
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(running, lots);
    return running.size() < hops
        ? Outcome.refused("only " + running.size() + " relays are Running", 0)
        : network.fetchThrough(running.subList(0, hops), path);
  }

  /** Starts measuring relays, again and again; traffic must pass already. */
  public void startScanning() {
    closing.add(Loop.start("bandwidth scanner", network::scan, SCAN_PAUSE, time));
  }

  /** Makes donors rich and has them give, where there are to be any. */
  public Outcome<Integer> startDonors() {
    if (settings.donors() == 0) {
      return Outcome.done(0);
    }
    var purses = Donors.purses(market.chain().chain(), settings.donors());
    return market
        .chain()
        .payNow(Donors.fortunes(purses))
        .map(
            _ -> {
              var day = settings.market().day();
              var generosity = new Generosity(settings.donors(), day, settings.market().price());
              giving.add(
                  Donors.start(purses, generosity, this::listings, day, time, random.split()));
              return settings.donors();
            });
  }

  /** Stops donors and miner, lets everything confirm, and takes the account. */
  public Audit audit() throws InterruptedException {
    giving.close();
    market.chain().stopMining();
    var chain = market.chain();
    return new Auditor(chain.chain(), chain.faucet().address(), witness, this::ask, time).audit();
  }

  /** What went wrong that never may, up to now. */
  public Harm harm() {
    return witness.harm();
  }

  /** Ends every process and every server, in the reverse order of their start. */
  @Override
  public void close() {
    closing.close();
  }
}
