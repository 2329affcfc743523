package org.bulbil.cli.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.bulbil.agent.bundle.Allowance;
import org.bulbil.agent.settings.NurseSettings;
import org.bulbil.agent.settings.SettingsFile;
import org.bulbil.agent.settings.SiteSettings;
import org.bulbil.agent.site.Content;
import org.bulbil.agent.site.ContentDoor;
import org.bulbil.agent.site.ContentShelf;
import org.bulbil.agent.site.Nginx;
import org.bulbil.agent.site.Packing;
import org.bulbil.agent.site.SiteIdentity;
import org.bulbil.cli.console.Trouble;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.Catalogue;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.bootstrap.Login;
import org.bulbil.hosting.bootstrap.OpenPorts;
import org.bulbil.hosting.bootstrap.UserData;
import org.bulbil.naming.DomainName;
import org.bulbil.naming.NameEntry;
import org.bulbil.naming.NameServer;
import org.bulbil.naming.TsigKey;
import org.bulbil.sandbox.nameserver.Nameserver;
import org.bulbil.sandbox.nameserver.ZoneSettings;
import org.bulbil.sandbox.world.Market;
import org.bulbil.sandbox.world.SandboxWorld;
import org.bulbil.sandbox.world.SiteStand;
import org.bulbil.sandbox.world.SiteTerms;

/** A static site that lives in a sandbox: its content, and its first servers. */
final class SandboxSite {

  /** Reserved for tests (RFC 6761 §6.2). */
  static final String ZONE = "site.test";

  static final String NAME = "www." + ZONE;

  /** Of the web servers, each at an address of its own. */
  static final int PORT = 8088;

  /** Of the first page, so many characters tell it from other pages. */
  private static final int WORDS_MAX = 200;

  /** Until all first servers are in the name; the second boot takes a few seconds. */
  private static final Duration NAMED_WAIT = Duration.ofMinutes(3);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private final Plan plan;
  private final ContentShelf shelf;
  private Optional<Planting> planting = Optional.empty();

  /**
   * What somebody asked for.
   *
   * @param content the archive that is shown
   * @param copies servers that are to live at once
   * @param terms what those around it know of it
   */
  record Plan(Path archive, Content content, int copies, SiteTerms terms) {}

  private SandboxSite(Plan plan, ContentShelf shelf) {
    this.plan = plan;
    this.shelf = shelf;
  }

  /**
   * Packs {@code folder} and looks for the programs that a site needs.
   *
   * @param port of the nameserver on 127.0.0.1
   * @throws Trouble where the folder cannot be a site, or a program is missing
   */
  static Plan plan(Path folder, int copies, Duration ttl, int port, WorkFolder work)
      throws IOException {
    var search = Optional.ofNullable(System.getenv("PATH")).orElse("");
    var named = Nameserver.find(search).orElseThrow(Trouble::new);
    var _ = Nginx.find(search).orElseThrow(Trouble::new);
    var archive = work.path().resolve("site.zip");
    var content = Packing.pack(folder, archive).orElseThrow(Trouble::new);
    var zone =
        new ZoneSettings(
            work.path().resolve("nameserver"), ZoneSettings.local(port), ZONE, NAME, ttl);
    return new Plan(archive, content, copies, new SiteTerms(named, zone, PORT, firstWords(folder)));
  }

  private static String firstWords(Path folder) throws IOException {
    var page = Files.readString(folder.resolve("index.html"));
    var plain = page.substring(0, Math.min(page.length(), WORDS_MAX));
    int included = plain.indexOf("<!--#"); // What nginx fills in is not what was written.
    return included > 0 ? plain.substring(0, included) : plain;
  }

  /** The site of {@code plan}, whose content hangs at {@code mirror} from now on. */
  static SandboxSite open(Plan plan, WorkFolder work, Mirror mirror, Time time) {
    var shelf = new ContentShelf(plan.content(), work.path().resolve("content"));
    var _ = shelf.fill(plan.archive()).orElseThrow(Trouble::new);
    mirror.hang(
        ContentDoor.PATH, new ContentDoor(shelf, new Allowance(Allowance.Bounds.ofMirror(), time)));
    return new SandboxSite(plan, shelf);
  }

  /** Buys credit for its first servers, each in a region of its own. */
  void fund(
      Market market,
      Provider provider,
      Catalogue offers,
      int days,
      Time time,
      RandomGenerator random) {
    var size = offers.plan(SandboxRun.PLAN).orElseThrow();
    var founders =
        Founders.of(
            "site",
            offers.regions().stream().limit(plan.copies()).toList(),
            1,
            SandboxRun.PLAN,
            random);
    var fresh = new Planting(provider, size, days, time);
    fresh.fund(founders, market.chain()::payNow);
    planting = Optional.of(fresh);
  }

  /** Launches them; their settings are a relay's but for what the server is for. */
  void plant(SandboxWorld world, RelaySettingsText relays, URI mirror)
      throws IOException, InterruptedException {
    var nameserver = world.site().orElseThrow().nameserver();
    var site = settings(nameserver);
    var nurse = new NurseSettings(mirror, SiteIdentity.family(site.entry().name()));
    var order = planting.orElseThrow();
    var _ = order.launch(ticket -> userData(relays.with(nurse), ticket, site));
  }

  private static String userData(
      RelaySettingsText relays, Planting.Ticket ticket, SiteSettings site) {
    var settings = relays.settings(ticket).withSite(site);
    return new UserData(
            SettingsFile.write(settings),
            relays.bundle().file(),
            relays.bundle().mirrors(),
            new OpenPorts(site.port(), relays.world().statusPort()),
            Login.NOBODY)
        .script();
  }

  private SiteSettings settings(Nameserver nameserver) throws IOException {
    var zone = plan.terms().zone();
    return new SiteSettings(
        new NameEntry(new DomainName(zone.name()), new DomainName(zone.zone()), zone.ttl()),
        new NameServer(zone.where().getAddress().getHostAddress(), nameserver.where().getPort()),
        TsigKey.parse(Files.readString(nameserver.keyFile())),
        plan.copies(),
        plan.terms().port(),
        "nginx",
        shelf.content().hash(),
        shelf.content().bytes());
  }

  /** Waits until the name points to all first servers, then has it read. */
  void awaitNamed(SandboxWorld world, Time time, Consumer<String> progress)
      throws InterruptedException {
    var deadline = time.now().plus(NAMED_WAIT);
    var stand = world.site().orElseThrow();
    while (time.now().isBefore(deadline) && named(stand) < plan.copies()) {
      time.pause(LOOK_AGAIN);
    }
    progress.accept(
        "%s points to %d of %d servers; it is read from now on"
            .formatted(NAME, named(stand), plan.copies()));
    world.startReading();
  }

  private static int named(SiteStand stand) {
    return stand.listed().size();
  }

  /** How somebody on this machine sees it. */
  List<String> lines() {
    var zone = plan.terms().zone();
    return List.of(
        "site       %s, port %d".formatted(zone.name(), plan.terms().port()),
        "nameserver dig @%s -p %d %s"
            .formatted(
                zone.where().getAddress().getHostAddress(), zone.where().getPort(), zone.name()));
  }
}
