package org.bulbil.cli.sandbox;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bulbil.agent.site.Nginx;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.charity.Beneficiaries;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.sporestack.SporeStack;
import org.bulbil.hosting.sporestack.SporeStackSettings;
import org.bulbil.sandbox.chain.Payment;
import org.bulbil.sandbox.directory.Listing;
import org.bulbil.sandbox.nameserver.Nameserver;
import org.bulbil.sandbox.network.Loopback;
import org.bulbil.sandbox.network.NetworkSettings;
import org.bulbil.sandbox.network.Pace;
import org.bulbil.sandbox.reader.Readings;
import org.bulbil.sandbox.storm.RelayProcesses;
import org.bulbil.sandbox.witness.LifeEvent;
import org.bulbil.sandbox.witness.Relay;
import org.bulbil.sandbox.world.Doors;
import org.bulbil.sandbox.world.Market;
import org.bulbil.sandbox.world.MarketSettings;
import org.bulbil.sandbox.world.SandboxWorld;
import org.bulbil.sandbox.world.SiteStand;
import org.bulbil.sandbox.world.WorldSettings;
import org.bulbil.tor.process.TorBinary;
import org.bulbil.wire.Endpoint;
import org.bulbil.wire.Http;

/**
 * A sandbox without donors in which a site of two servers lives fast, as {@code bulbil sandbox
 * --no-relays --site} puts it together; it is read from the beginning.
 */
final class SiteWorld implements AutoCloseable {

  static final Day DAY = new Day(Duration.ofSeconds(10));
  static final Duration TTL = Duration.ofSeconds(3);
  static final int LEASE_DAYS = 7;

  private static final int STATUS_PORT = 8080;
  private static final int COPIES = 2;
  private static final long SEED = 20171031;
  private static final Pattern ONION = Pattern.compile("\"http://([a-z2-7]{56}\\.onion)\"");
  private static final int ONION_WAIT_MILLIS = 30_000;

  final Path folder;
  private final Time time = new SystemTime();
  private final Http http = new Http(Http.Limits.USUAL);
  private final Mirror mirror;
  private final SandboxSite site;
  private final SandboxWorld world;

  /**
   * @param folder short, for the sake of control sockets
   */
  SiteWorld(Path folder) throws IOException, InterruptedException {
    skipWithout(Nginx.find(path()));
    skipWithout(Nameserver.find(path()));
    this.folder = folder;
    var image = TestingImage.prepared();
    var work = new WorkFolder(folder);
    var plan = SandboxSite.plan(pages(folder), COPIES, TTL, freePort(), work);
    var settings = settings(folder, image, plan);
    this.mirror = Mirror.open(image.bundle(), time);
    this.site = SandboxSite.open(plan, work, mirror, time);
    this.world = open(settings);
    try {
      site.plant(world, relaySettings(settings), mirror.uri());
      site.awaitNamed(world, time, this::note);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static void skipWithout(Outcome<Path> program) {
    if (program.answer().isEmpty()) {
      abort(program.summary());
    }
  }

  private static String path() {
    return Optional.ofNullable(System.getenv("PATH")).orElse("");
  }

  private static Path pages(Path folder) throws IOException {
    var pages = Files.createDirectories(folder.resolve("public"));
    Files.writeString(pages.resolve("index.html"), "<h1>I pay my own rent</h1>");
    return pages;
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return probe.getLocalPort();
    }
  }

  private static WorldSettings settings(Path folder, ServerImage image, SandboxSite.Plan plan) {
    var market =
        new MarketSettings(
            folder,
            DAY,
            Duration.ofSeconds(1),
            Rate.ofDollars(100_000),
            new Doors(0, 0, 0, 0),
            image.bundles(),
            freeBlock(84, "127.%d.0.1", SandboxSite.PORT));
    var found = TorBinary.find(path());
    var tor = found.answer().orElseGet(() -> abort(found.summary()));
    var network =
        NetworkSettings.usual(folder.resolve("net"), tor)
            .with(freeBlock(80, "127.%d.0.1", 9030))
            .with(Pace.FASTEST);
    return new WorldSettings(market, network, 0, STATUS_PORT, Optional.of(plan.terms()));
  }

  private static Loopback freeBlock(int first, String form, int port) {
    return IntStream.iterate(first, block -> block < 250, block -> block + 8)
        .filter(block -> SmallWorld.isFree(form.formatted(block), port))
        .mapToObj(Loopback::new)
        .findFirst()
        .orElseThrow();
  }

  private SandboxWorld open(WorldSettings settings) throws IOException, InterruptedException {
    var opened =
        SandboxWorld.open(
            settings, time, Dice.seeded(SEED), this::note, this::happened, this::fund);
    return opened.answer().orElseThrow(() -> new AssertionError(opened.summary()));
  }

  private void fund(Market market) {
    var provider = new SporeStack(http, SporeStackSettings.vultr(market.provider().uri()));
    var offers = provider.catalogue().answer().orElseThrow();
    site.fund(market, provider, offers, LEASE_DAYS, time, Dice.seeded(SEED));
  }

  private RelaySettingsText relaySettings(WorldSettings settings) {
    return new RelaySettingsText(
        settings,
        world.market(),
        world.network().relayLines(),
        Optional.empty(),
        mirror.settings(),
        Beneficiaries.day(time.now()));
  }

  void note(String words) {
    System.out.println(time.now() + " " + words);
  }

  private void happened(LifeEvent event) {
    var sats = event.moved().map(moved -> " " + moved).orElse("");
    note("  " + event.relay().hostname() + " " + event.kind().word() + sats);
  }

  SandboxWorld world() {
    return world;
  }

  SiteStand stand() {
    return world.site().orElseThrow();
  }

  Readings readings() {
    return stand().readings().orElseThrow();
  }

  /** Those that live, oldest first. */
  List<Relay> living() {
    return world.relays().stream().filter(Relay::isAlive).toList();
  }

  /** Those that the name leads to. */
  List<String> named() {
    return stand().listed().stream().map(listing -> listing.nickname().value()).toList();
  }

  /** The onion address that the oldest server shows on its page; empty before it has one. */
  Optional<String> onion() {
    var page = Endpoint.http(living().getFirst().server().orElseThrow(), SandboxSite.PORT);
    return http.get(page.resolve("/.well-known/bulbil.json"))
        .answer()
        .map(reply -> ONION.matcher(reply.text()))
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }

  /** What {@code onion} answers to a visitor who comes through the network; empty for nothing. */
  String throughTor(String onion) {
    try (var socket = new Socket(new Proxy(Proxy.Type.SOCKS, world.network().socks()))) {
      socket.setSoTimeout(ONION_WAIT_MILLIS);
      socket.connect(InetSocketAddress.createUnresolved(onion, 80), ONION_WAIT_MILLIS);
      var question = "GET / HTTP/1.0\r\nHost: " + onion + "\r\n\r\n";
      socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  RelayProcesses processes(Relay server) {
    return new RelayProcesses(world.market().disk(server.server().orElseThrow()));
  }

  /** Gives {@code sats} to a living server, in a transaction that confirms at once. */
  void give(Relay server, long sats) {
    var wallet =
        stand().listed().stream()
            .filter(listing -> listing.nickname().value().equals(server.hostname()))
            .map(Listing::wallet)
            .findFirst()
            .orElseThrow();
    var paid = world.market().chain().payNow(List.of(new Payment(wallet, Sats.of(sats))));
    if (paid.answer().isEmpty()) {
      throw new AssertionError("no gift can be given: " + paid.summary());
    }
  }

  @Override
  public void close() {
    world.close();
    mirror.close();
    http.close();
  }
}
