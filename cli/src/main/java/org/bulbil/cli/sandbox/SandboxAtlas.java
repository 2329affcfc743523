package org.bulbil.cli.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.directory.AuthoritySource;
import org.bulbil.atlas.ingest.Rounds;
import org.bulbil.atlas.ingest.Source;
import org.bulbil.atlas.page.Giving;
import org.bulbil.atlas.page.Site;
import org.bulbil.atlas.server.AtlasServer;
import org.bulbil.atlas.store.LiveSnapshot;
import org.bulbil.atlas.store.SqlStore;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.watch.ChainWatch;
import org.bulbil.atlas.watch.Descriptors;
import org.bulbil.atlas.watch.Pace;
import org.bulbil.atlas.watch.PageWatch;
import org.bulbil.atlas.watch.Reach;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.Upstreams;
import org.bulbil.bitcoin.chain.esplora.EsploraSource;
import org.bulbil.cli.atlas.IngestLog;
import org.bulbil.cli.atlas.MapService;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.world.SandboxWorld;
import org.bulbil.sandbox.world.WorldSettings;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.wire.Http;

/**
 * The public map of a sandbox: fed by its authorities, its chain and the pages of its relays, as
 * the real one is by the real ones.
 */
final class SandboxAtlas implements AutoCloseable {

  /** Consensus and descriptors of a thousand relays have 4 MB. */
  private static final Http.Limits DOCUMENTS = new Http.Limits(Duration.ofSeconds(10), 16 << 20);

  /** On one machine everything answers at once or not at all. */
  private static final Http.Limits PAGES = new Http.Limits(Duration.ofSeconds(3), 1 << 20);

  /** A day's sixth is four hours: news of money and leases are never older than that. */
  private static final int TURNS_A_DAY = 6;

  private static final Duration TURN_MIN = Duration.ofSeconds(3);

  /** Of 28 relays and their children all are looked at in each turn. */
  private static final int PER_TURN = 200;

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final AtlasServer server;

  /**
   * Opens the map of {@code world}.
   *
   * @param port on 127.0.0.1; 0 for any
   */
  static SandboxAtlas open(
      SandboxWorld world, WorldSettings settings, WorkFolder folder, int port, Time time)
      throws IOException {
    return new SandboxAtlas(world, settings, folder, port, time);
  }

  private SandboxAtlas(
      SandboxWorld world, WorldSettings settings, WorkFolder folder, int port, Time time)
      throws IOException {
    var complete = false;
    try {
      var file = folder.path().resolve("atlas.db").toString();
      Store store = add(SqlStore.open(file, Chain.REGTEST, time));
      var snapshots = new LiveSnapshot(store, time);
      var site =
          new Site(Chain.REGTEST, Site.Kind.SANDBOX, Optional.empty(), settings.market().day());
      var chain = chain(world, add(new Http(PAGES)));
      var giving =
          new Giving(Optional.empty(), Optional.empty(), Optional.of(new Upstreams(chain)));
      var map = new MapService(store, snapshots, site, giving, time);
      server = add(map.start(loopback(port), Optional.empty()));
      var rounds = add(new Rounds(store, time, map.meters()));
      IngestLog.onlyMistakes(); // A table on the screen bears no other lines.
      rounds.begin(sources(world, settings, snapshots, time));
      var reader = Thread.ofVirtual().name("atlas").start(snapshots::follow);
      opened.push(reader::interrupt);
      complete = true;
    } finally {
      if (!complete) {
        close();
      }
    }
  }

  private <T extends AutoCloseable> T add(T service) {
    opened.push(service);
    return service;
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
  }

  private List<Source> sources(
      SandboxWorld world, WorldSettings settings, LiveSnapshot snapshots, Time time) {
    var http = add(new Http(PAGES));
    var directory = new DirectoryClient(add(new Http(DOCUMENTS)));
    var authorities = world.network().authorities();
    var day = settings.market().day();
    var pace = new Pace(turn(day), Duration.ZERO, PER_TURN);
    return List.of(
        new AuthoritySource(authorities, directory, TURN_MIN),
        new ChainWatch(chain(world, http), Network.REGTEST, snapshots, pace, time),
        new PageWatch(
            new PageWatch.Settings(http, Reach.SANDBOX, settings.statusPort(), day, pace),
            new Descriptors(authorities, directory),
            snapshots,
            time));
  }

  private static List<ChainSource> chain(SandboxWorld world, Http http) {
    return world.market().chain().esplora().stream()
        .map(uri -> (ChainSource) new EsploraSource(uri, http))
        .toList();
  }

  private static Duration turn(Day day) {
    return Collections.max(List.of(day.fraction(1, TURNS_A_DAY), TURN_MIN));
  }

  URI uri() {
    return URI.create(server.uri() + "/");
  }

  /** Ends it all, in the reverse order of the beginning. */
  @Override
  public void close() {
    while (!opened.isEmpty()) {
      end(opened.pop());
    }
  }

  private static void end(AutoCloseable service) {
    try {
      service.close();
    } catch (Exception e) {
      throw new IllegalStateException("the Atlas cannot be ended", e);
    }
  }
}
