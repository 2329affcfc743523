package org.bulbil.cli.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.bulbil.agent.family.Belonging;
import org.bulbil.agent.family.Nurse;
import org.bulbil.agent.settings.NurseSettings;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.Consensus;
import org.bulbil.tor.directory.DescriptorSignature;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.tor.directory.Flag;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.family.FamilyKey;

/**
 * The parent of relays that have none: makes the key of their family, and hands it to each as a
 * relay does to its children. Listens on loopback.
 */
final class FoundersNurse implements AutoCloseable {

  /** Between two looks into the directory; a consensus comes every few seconds. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  /** Visitors who may wait; founders ask once every few heartbeats. */
  private static final int BACKLOG = 64;

  private static final System.Logger LOG = System.getLogger(FoundersNurse.class.getName());

  private final HttpServer server;
  private final ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor();
  private final Nurse nurse;
  private final FamilyKey key;
  private final Time time;
  private Optional<Thread> rounds = Optional.empty();

  private FoundersNurse(HttpServer server, RandomGenerator random, Time time) {
    this.server = server;
    this.nurse = new Nurse(Belonging.bySignatures(), random);
    this.key = FamilyKey.fresh(random);
    this.time = time;
  }

  /**
   * Makes a new family and opens its door, to nobody yet.
   *
   * @param random one that nobody can guess
   */
  static FoundersNurse open(RandomGenerator random, Time time) throws IOException {
    var anyPort = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    var opened = new FoundersNurse(HttpServer.create(anyPort, BACKLOG), random, time);
    opened.server.createContext(Nurse.PATH, opened.nurse);
    opened.server.setExecutor(opened.visitors);
    opened.server.start();
    return opened;
  }

  /** What each founder is told. */
  NurseSettings settings() {
    var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new NurseSettings(url, new FamilyId(key.id()));
  }

  /**
   * Begins to look after the founders, until each of them declares the family.
   *
   * @param servers where the provider says that they live
   */
  void lookAfter(FounderServers servers, DirectoryClient client, URI authority) {
    rounds =
        Optional.of(
            Thread.ofVirtual()
                .name("nurse")
                .start(() -> goRound(servers, new Reading(client, authority))));
  }

  private void goRound(FounderServers servers, Reading reading) {
    try {
      while (!isDone(servers, reading)) {
        time.pause(LOOK_AGAIN);
      }
      LOG.log(System.Logger.Level.DEBUG, "every founder declares family {0}", key.id());
    } catch (InterruptedException e) {
      // Closed: that is how this thread ends early.
    }
  }

  private boolean isDone(FounderServers servers, Reading reading) {
    var found =
        reading.running().answer().orElse(Map.of()).values().stream()
            .filter(servers::isHomeOf)
            .collect(Collectors.toMap(ServerDescriptor::fingerprint, Function.identity()));
    int waiting =
        nurse.lookAfter(
            found.keySet(), key, child -> Outcome.done(Optional.ofNullable(found.get(child))));
    return waiting == 0 && found.size() >= servers.count();
  }

  /** The relays that an authority has in its consensus, each by its own signed words. */
  private record Reading(DirectoryClient client, URI authority) {

    Outcome<Map<Fingerprint, ServerDescriptor>> running() {
      return client
          .consensus(authority)
          .flatMap(
              consensus ->
                  client
                      .descriptors(authority)
                      .map(
                          all ->
                              all.descriptors().stream()
                                  .filter(relay -> isRunning(relay, consensus))
                                  .flatMap(r -> DescriptorSignature.check(r).answer().stream())
                                  .collect(
                                      Collectors.toMap(
                                          ServerDescriptor::fingerprint,
                                          Function.identity(),
                                          (first, _) -> first))));
    }

    private static boolean isRunning(ServerDescriptor relay, Consensus consensus) {
      return consensus.find(relay.fingerprint()).filter(r -> r.has(Flag.RUNNING)).isPresent();
    }
  }

  @Override
  public void close() {
    rounds.ifPresent(Thread::interrupt);
    server.stop(0);
    visitors.close();
  }
}
