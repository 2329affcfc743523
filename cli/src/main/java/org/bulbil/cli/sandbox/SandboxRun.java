package org.bulbil.cli.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.bulbil.cli.console.Ending;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.core.charity.Beneficiaries;
import org.bulbil.core.lease.Region;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.Catalogue;
import org.bulbil.hosting.sporestack.SporeStack;
import org.bulbil.hosting.sporestack.SporeStackSettings;
import org.bulbil.sandbox.storm.Storm;
import org.bulbil.sandbox.storm.StormReport;
import org.bulbil.sandbox.storm.StormSettings;
import org.bulbil.sandbox.witness.Audit;
import org.bulbil.sandbox.world.Market;
import org.bulbil.sandbox.world.SandboxWorld;
import org.bulbil.sandbox.world.SiteStand;
import org.bulbil.sandbox.world.WorldSettings;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.wire.Http;

/** One run of a sandbox, from nothing to the account. */
final class SandboxRun {

  /** The plan of every first relay: one core and a gigabyte, 38 cents a day. */
  static final String PLAN = "vc2-1c-1gb";

  /** Forty seconds are usual; a machine with much else to do may need minutes. */
  private static final Duration READY_WAIT = Duration.ofMinutes(10);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  /**
   * What somebody asked for.
   *
   * @param perRegion first relays in each; 0 for a world that somebody else launches into
   * @param days of the first leases
   * @param until when it ends by itself
   * @param atlas port of the map on 127.0.0.1, 0 for any; empty for no map
   * @param site that lives there too; empty for none
   * @param storm what blows from the moment when all is there; empty where it is calm
   */
  record Plan(
      WorldSettings world,
      int regions,
      int perRegion,
      int days,
      long seed,
      Optional<Duration> until,
      Optional<Integer> atlas,
      Optional<SandboxSite.Plan> site,
      Optional<StormSettings> storm) {

    int founders() {
      return regions * perRegion;
    }
  }

  private final Plan plan;
  private final ServerImage image;
  private final WorkFolder folder;
  private final Show show;
  private final Time time;
  private final SplittableGenerator random;
  private final Instant start;
  private Optional<Planting> planting = Optional.empty();
  private Optional<SandboxSite> site = Optional.empty();
  private Optional<Storm> storm = Optional.empty();
  private Optional<SandboxAtlas> atlas = Optional.empty();

  SandboxRun(
      Plan plan,
      ServerImage image,
      WorkFolder folder,
      Show show,
      Time time,
      SplittableGenerator random) {
    this.plan = plan;
    this.image = image;
    this.folder = folder;
    this.show = show;
    this.time = time;
    this.random = random;
    this.start = time.now();
  }

  /** Runs until the time is over or somebody asks for the end; answers the exit code. */
  int run() throws IOException {
    var ending = Ending.bySignal();
    int code = 1;
    try (show) {
      show.progress("work folder " + folder.path() + ", seed " + plan.seed());
      code = open(ending);
    } catch (InterruptedException e) {
      show.close();
      show.account(new Audit(List.of(), List.of()));
      code = 0;
    } finally {
      ending.over(code);
    }
    return code;
  }

  private int open(Ending ending) throws IOException, InterruptedException {
    image.prepare(show::progress);
    try (var http = new Http(Http.Limits.USUAL);
        var mirror = Mirror.open(image.bundle(), time);
        var nurse = FoundersNurse.open(Dice.secret(), time)) {
      site = plan.site().map(it -> SandboxSite.open(it, folder, mirror, time));
      var opened =
          SandboxWorld.open(
              plan.world(),
              time,
              random.split(),
              show::progress,
              show::happened,
              market -> fund(market, http));
      var opening = opened.answer().orElseThrow(() -> NetworkCommand.noNetwork(opened));
      try (var world = opening) {
        return liveToTheEnd(world, nurse, mirror, new DirectoryClient(http), ending);
      }
    }
  }

  private int liveToTheEnd(
      SandboxWorld world,
      FoundersNurse nurse,
      Mirror mirror,
      DirectoryClient directory,
      Ending ending)
      throws IOException, InterruptedException {
    try {
      liveUntilAsked(() -> live(world, nurse, mirror, directory, ending), ending);
      return end(world);
    } finally {
      atlas.ifPresent(SandboxAtlas::close);
    }
  }

  /** Takes the account, and after a storm looks at what it has left; answers the exit code. */
  private int end(SandboxWorld world) throws InterruptedException {
    storm.ifPresent(Storm::close);
    var fallen = storm.isPresent() ? storm.get().awaitCalm() : List.<String>of();
    world.site().ifPresent(SiteStand::stopReading);
    show.progress("the account is taken");
    var audit = world.audit();
    var report = storm.map(it -> it.report(fallen, world.harm()));
    show.close();
    report.ifPresent(show::storm);
    world.site().flatMap(SiteStand::readings).ifPresent(show::site);
    show.account(audit);
    return audit.difference() == 0 && report.map(StormReport::isClean).orElse(true) ? 0 : 1;
  }

  /** What a sandbox does between its opening and its account. */
  private interface Life {
    void live() throws IOException, InterruptedException;
  }

  /** A signal interrupts whatever is under way; the account is taken all the same. */
  private static void liveUntilAsked(Life life, Ending ending)
      throws IOException, InterruptedException {
    try {
      life.live();
    } catch (InterruptedException e) {
      if (!ending.isAsked()) {
        throw e;
      }
    } finally {
      var _ = Thread.interrupted();
    }
  }

  private void fund(Market market, Http http) {
    if (plan.founders() == 0 && site.isEmpty()) {
      return;
    }
    var provider = new SporeStack(http, SporeStackSettings.vultr(market.provider().uri()));
    var offers = provider.catalogue().answer().orElseThrow(() -> new Trouble("no catalogue"));
    site.ifPresent(it -> it.fund(market, provider, offers, plan.days(), time, random.split()));
    if (plan.founders() > 0) {
      fundRelays(market, provider, offers);
    }
  }

  private void fundRelays(Market market, SporeStack provider, Catalogue offers) {
    var size = offers.plan(PLAN).orElseThrow(() -> new Trouble("no plan " + PLAN));
    var founders = Founders.of("bulbil", regions(offers), plan.perRegion(), PLAN, random.split());
    var fresh = new Planting(provider, size, plan.days(), time);
    fresh.fund(founders, market.chain()::payNow);
    planting = Optional.of(fresh);
  }

  private List<Region> regions(Catalogue offers) {
    return offers.regions().stream().limit(plan.regions()).toList();
  }

  private void live(
      SandboxWorld world,
      FoundersNurse nurse,
      Mirror mirror,
      DirectoryClient directory,
      Ending ending)
      throws IOException, InterruptedException {
    atlas = openAtlas(world);
    show.watch(world);
    announce(world, mirror);
    var text = relaySettings(world, nurse, mirror);
    if (site.isPresent()) {
      show.progress("planting the first servers of the site");
      site.get().plant(world, text, mirror.uri());
    }
    if (plan.founders() > 0) {
      nurse.lookAfter(plant(text), directory, world.network().authorities().getFirst());
      awaitReady(world);
    } else if (site.isEmpty()) {
      show.ready(0, Duration.between(start, time.now()));
    }
    if (site.isPresent()) {
      site.get().awaitNamed(world, time, show::progress);
    }
    startGiving(world);
    if (plan.founders() > 0) {
      new TrafficCheck(world, plan.founders(), show::progress).run();
      world.startScanning();
    }
    storm =
        plan.storm()
            .map(blowing -> Storm.start(world, blowing, time, random.split(), show::struck));
    rest(ending);
  }

  private Optional<SandboxAtlas> openAtlas(SandboxWorld world) throws IOException {
    return plan.atlas().isEmpty()
        ? Optional.empty()
        : Optional.of(SandboxAtlas.open(world, plan.world(), folder, plan.atlas().get(), time));
  }

  private void announce(SandboxWorld world, Mirror mirror) {
    var base =
        ServicesFile.NOTHING
            .with(world.market())
            .with(world.network())
            .with(WorldTerms.of(plan.world(), mirror.settings()));
    var services = atlas.map(SandboxAtlas::uri).map(base::withAtlas).orElse(base);
    services.lines().forEach(show::progress);
    site.ifPresent(it -> it.lines().forEach(show::progress));
    show.progress("also in " + services.writeTo(folder));
  }

  private RelaySettingsText relaySettings(SandboxWorld world, FoundersNurse nurse, Mirror mirror) {
    return new RelaySettingsText(
        plan.world(),
        world.market(),
        world.network().relayLines(),
        Optional.of(nurse.settings()),
        mirror.settings(),
        Beneficiaries.day(time.now()));
  }

  private FounderServers plant(RelaySettingsText text) throws InterruptedException {
    show.progress("planting " + plan.founders() + " relays");
    var order = planting.orElseThrow();
    return order.servers(order.launch(text::userData));
  }

  private void awaitReady(SandboxWorld world) throws InterruptedException {
    var deadline = time.now().plus(READY_WAIT);
    long last = -1;
    while (time.now().isBefore(deadline) && !isOver()) {
      long running = world.relays().stream().filter(it -> it.running().isPresent()).count();
      if (running >= plan.founders()) {
        show.ready(plan.founders(), Duration.between(start, time.now()));
        return;
      }
      if (running != last) {
        show.progress("%d of %d relays are Running".formatted(running, plan.founders()));
      }
      last = running;
      time.pause(LOOK_AGAIN);
    }
    show.progress("not all relays are Running, and the sandbox goes on without them");
  }

  private boolean isOver() {
    return left().map(Duration::isZero).orElse(false);
  }

  /** Time until the end that was asked for. */
  private Optional<Duration> left() {
    return plan.until()
        .map(span -> Duration.between(time.now(), start.plus(span)))
        .map(span -> span.isNegative() ? Duration.ZERO : span);
  }

  /** What there is for relays and sites alike. */
  private void startGiving(SandboxWorld world) {
    if (world.startDonors() instanceof Outcome.Done<Integer>(var donors)) {
      show.progress(donors + " donors read the directory");
    }
  }

  private void rest(Ending ending) throws InterruptedException {
    while (!ending.isAsked() && !isOver()) {
      time.pause(LOOK_AGAIN);
    }
  }
}
