package org.bulbil.cli.sandbox;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bulbil.cli.sandbox.Founders.Founder;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.charity.Beneficiaries;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.sporestack.SporeStack;
import org.bulbil.hosting.sporestack.SporeStackSettings;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.Payment;
import org.bulbil.sandbox.network.Loopback;
import org.bulbil.sandbox.network.NetworkSettings;
import org.bulbil.sandbox.network.Pace;
import org.bulbil.sandbox.witness.LifeEvent;
import org.bulbil.sandbox.world.Doors;
import org.bulbil.sandbox.world.Market;
import org.bulbil.sandbox.world.MarketSettings;
import org.bulbil.sandbox.world.SandboxWorld;
import org.bulbil.sandbox.world.WorldSettings;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.tor.process.TorBinary;
import org.bulbil.wire.Http;

/**
 * A sandbox without donors in which relays live fast: what {@code bulbil sandbox} puts together,
 * but with first relays of our choice, of one family. Each has exactly one lease paid, and not a
 * day of credit.
 */
final class SmallWorld implements AutoCloseable {

  static final Day DAY = new Day(Duration.ofSeconds(15));
  static final Duration BLOCK = Duration.ofSeconds(2);

  /** 64 cents a day: the smallest invoice, five dollars, pays these days and not another. */
  static final String PLAN = "vc2-1c-2gb";

  static final int LEASE_DAYS = 7;

  private static final int STATUS_PORT = 8080;
  private static final long SEED = 20170101;

  final Path folder;
  final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private final Time time = new SystemTime();
  private final Http http = new Http(Http.Limits.USUAL);
  private final WorldSettings settings;
  private final SandboxWorld world;
  private final Planting planting;
  private final FoundersNurse nurse;
  private final Mirror mirror;

  /**
   * Opens a world and plants a relay for each name; without names somebody else may launch some.
   *
   * @param folder short, for the sake of control sockets
   * @param names region, comma, hostname
   */
  SmallWorld(Path folder, List<String> names) throws IOException, InterruptedException {
    this.folder = folder;
    var image = TestingImage.prepared();
    this.settings = settings(folder, image);
    this.mirror = Mirror.open(image.bundle(), time);
    var plantings = new ArrayList<Planting>();
    var opened =
        SandboxWorld.open(
            settings,
            time,
            Dice.seeded(SEED),
            this::note,
            this::happened,
            market -> plantings.add(funded(market, founders(names))));
    this.world = opened.answer().orElseThrow(() -> new AssertionError(opened.summary()));
    this.planting = plantings.getFirst();
    this.nurse = FoundersNurse.open(Dice.secret(), time);
    try {
      if (!names.isEmpty()) {
        plant();
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static WorldSettings settings(Path folder, ServerImage image) {
    var doors = new Doors(0, 0, 0, 0);
    var rate = Rate.ofDollars(100_000);
    var market =
        new MarketSettings(
            folder, DAY, BLOCK, rate, doors, image.bundles(), freeBlock(83, "127.%d.0.1", 9001));
    var network =
        NetworkSettings.usual(folder.resolve("net"), tor())
            .with(freeBlock(79, "127.%d.0.1", 9030))
            .with(Pace.FASTEST);
    return new WorldSettings(market, network, 0, STATUS_PORT);
  }

  private static TorBinary tor() {
    var found = TorBinary.find(System.getenv("PATH"));
    return found.answer().orElseGet(() -> abort(found.summary()));
  }

  /** The first block of loopback addresses at or after {@code first}, in steps, where none is. */
  private static Loopback freeBlock(int first, String form, int port) {
    return IntStream.iterate(first, block -> block < 250, block -> block + 8)
        .filter(block -> isFree(form.formatted(block), port))
        .mapToObj(Loopback::new)
        .findFirst()
        .orElseThrow();
  }

  static boolean isFree(String address, int port) {
    try (var probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new java.net.InetSocketAddress(address, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<Founder> founders(List<String> names) {
    return names.stream()
        .map(name -> name.split(",", 2))
        .map(name -> new Founder(new Hostname(name[1]), Genome.founder(name[0], PLAN)))
        .toList();
  }

  private Planting funded(Market market, List<Founder> founders) {
    var provider = new SporeStack(http, SporeStackSettings.vultr(market.provider().uri()));
    var size = provider.catalogue().answer().orElseThrow().plan(PLAN).orElseThrow();
    var fresh = new Planting(provider, size, LEASE_DAYS, time);
    if (!founders.isEmpty()) {
      fresh.fund(founders, market.chain()::payNow);
    }
    return fresh;
  }

  /** Writes sandbox.json, for a launch into this world. */
  Path announce() {
    return ServicesFile.NOTHING
        .with(world.market())
        .with(world.network())
        .with(WorldTerms.of(settings, mirror.settings()))
        .writeTo(new WorkFolder(folder));
  }

  private void plant() throws InterruptedException {
    var lines = world.network().relayLines();
    var text =
        new RelaySettingsText(
            settings,
            world.market(),
            lines,
            Optional.of(nurse.settings()),
            mirror.settings(),
            Beneficiaries.day(time.now()));
    var servers = planting.servers(planting.launch(text::userData));
    nurse.lookAfter(servers, new DirectoryClient(http), world.network().authorities().getFirst());
  }

  void note(String words) {
    events.add(time.now() + " " + words);
    System.out.println(time.now() + " " + words);
  }

  private void happened(LifeEvent event) {
    var sats = event.moved().map(moved -> " " + moved).orElse("");
    note("  " + event.relay().hostname() + " " + event.kind().word() + sats);
  }

  WorldSettings settings() {
    return settings;
  }

  SandboxWorld world() {
    return world;
  }

  Market market() {
    return world.market();
  }

  Http http() {
    return http;
  }

  /** The disk of the server at {@code address}. */
  Path disk(String address) {
    return folder.resolve("s").resolve(address);
  }

  /** Gives {@code sats} in a transaction that confirms at once. */
  void give(Address to, long sats) {
    note("giving " + sats + " sat to " + to);
    var paid = market().chain().payNow(List.of(new Payment(to, Sats.of(sats))));
    if (paid.answer().isEmpty()) {
      throw new AssertionError("no gift can be given: " + paid.summary());
    }
  }

  /** What a fault switch of the first Esplora server is told, such as {@code silent}. */
  void firstEsplora(String fault) {
    var uri = URI.create(market().chain().esplora().getFirst() + "/sandbox/faults?" + fault);
    var told = http.send("POST", uri, "text/plain", "");
    if (told.answer().filter(reply -> reply.isSuccess()).isEmpty()) {
      throw new AssertionError("the fault " + fault + " cannot be switched: " + told.summary());
    }
  }

  /** What a person would look at after a failure. */
  void confess() {
    System.out.println("--- what happened");
    events.forEach(System.out::println);
    for (var relay : world.relays()) {
      System.out.println("--- " + relay);
      relay.server().ifPresent(server -> confess(server.getHostAddress()));
    }
  }

  private void confess(String server) {
    tail(disk(server).resolve("console.log"));
    tail(disk(server).resolve("bulbil").resolve("agent.log"));
    var page = URI.create("http://" + server + ":" + STATUS_PORT + "/status.json");
    System.out.println(http.get(page).map(reply -> reply.text()).answer().orElse("no status page"));
  }

  private static void tail(Path file) {
    try {
      var lines = Files.exists(file) ? Files.readAllLines(file) : List.of("no " + file);
      lines.stream().skip(Math.max(0, lines.size() - 40)).forEach(System.out::println);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    nurse.close();
    mirror.close();
    world.close();
    http.close();
  }
}
