package org.bulbil.sandbox.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.control.ControlReply;
import org.bulbil.tor.directory.Consensus;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.tor.directory.Flag;
import org.bulbil.tor.directory.RouterStatus;
import org.bulbil.tor.process.TorProcess;
import org.bulbil.tor.process.TorrcLine;
import org.bulbil.wire.Endpoint;
import org.bulbil.wire.Http;

/**
 * A private Tor network of real processes: authorities, exit and client are its own, the relays are
 * yours. It needs no root and leaves nothing running: {@link #close} ends every process, and if
 * this program is killed, a {@link Guard} ends them.
 */
public final class SandboxNetwork implements AutoCloseable {

  /** Tor ends in a moment or, having locked up, never; then it is killed. */
  private static final Duration STOP_WAIT = Duration.ofSeconds(3);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  /** An authority answers in milliseconds; a network of 1000 relays has 3 MB of descriptors. */
  private static final Http.Limits DOCUMENTS = new Http.Limits(Duration.ofSeconds(20), 16 << 20);

  /** For people's fetches and for the check of 10 MB, on a machine with much else to do. */
  private static final Fetch.Budget WHOLE_FILE =
      new Fetch.Budget(Website.LENGTH_MAX, Duration.ofMinutes(3), Duration.ofSeconds(30));

  private final Backbone backbone;
  private final Guard guard;
  private final List<TorProcess> processes;
  private final Addresses addresses;
  private final Website website;
  private final Http http = new Http(DOCUMENTS);
  private final Authorities authorities;
  private final BandwidthScanner scanner;
  private final Time time;
  private final Consumer<String> progress;
  private volatile Optional<Client> client = Optional.empty();

  private SandboxNetwork(
      Backbone backbone,
      Guard guard,
      List<TorProcess> processes,
      Website website,
      Consumer<String> progress) {
    this.backbone = backbone;
    this.guard = guard;
    this.processes = new ArrayList<>(processes);
    this.addresses = new Addresses(backbone.settings());
    this.authorities = new Authorities(backbone.authorities(), new DirectoryClient(http));
    this.website = website;
    this.time = backbone.time();
    this.progress = progress;
    this.scanner = new BandwidthScanner(this::probe, backbone.bandwidthFile(), time);
  }

  /**
   * Starts the authorities and the exit. Relays may start from now on; traffic passes after {@link
   * #awaitTraffic}. Refused with the cause where an address is taken or tor does not like it; then
   * nothing is left running.
   *
   * @param progress hears a line at each step
   */
  public static Outcome<SandboxNetwork> start(
      NetworkSettings settings, Time time, Consumer<String> progress) throws IOException {
    var addresses = new Addresses(settings);
    var taken = addresses.firstTaken();
    if (taken.isPresent()) {
      return Outcome.refused(explainTaken(taken.get()), 0);
    }
    Files.createDirectories(settings.folder());
    progress.accept("keys of three directory authorities");
    return switch (Backbone.prepare(settings, time)) {
      case Outcome.Done<Backbone>(Backbone backbone) -> start(backbone, addresses, progress);
      case Outcome.Refused<Backbone>(String why, int code) -> Outcome.refused(why, code);
      case Outcome.Unknown<Backbone>(String cause) -> Outcome.unknown(cause);
    };
  }

  private static String explainTaken(InetSocketAddress address) {
    return Endpoint.text(address)
        + " is taken, perhaps by another sandbox: end that one, or choose another block of"
        + " loopback addresses (127.N.0.0/16) for this network";
  }

  private static Outcome<SandboxNetwork> start(
      Backbone backbone, Addresses addresses, Consumer<String> progress) throws IOException {
    progress.accept("three directory authorities and an exit");
    var website = new Website(addresses.web());
    var guard = Guard.over(backbone.settings().folder());
    var started = backbone.start();
    if (!(started instanceof Outcome.Done)) {
      backbone.running().forEach(process -> process.stop(STOP_WAIT));
      guard.close();
      website.close();
    }
    return started.map(
        processes -> new SandboxNetwork(backbone, guard, processes, website, progress));
  }

  /**
   * Waits for the first consensus with the exit in it, starts the client, and waits until that has
   * built circuits: 15 to 40 s after the start. Unknown where {@code patience} ends before.
   */
  public Outcome<Consensus> awaitTraffic(Duration patience)
      throws IOException, InterruptedException {
    var deadline = time.now().plus(patience);
    progress.accept("the first vote of the authorities");
    if (!until(deadline, () -> exit().isPresent())) {
      return Outcome.unknown("no consensus with an exit within " + patience.toSeconds() + " s");
    }
    progress.accept("a client, and its circuits");
    return switch (startClient(exit().orElseThrow().fingerprint())) {
      case Outcome.Done<Client>(Client tor) ->
          until(deadline, tor::isReady)
              ? consensus()
              : Outcome.unknown("no circuits within " + patience.toSeconds() + " s");
      case Outcome.Refused<Client>(String why, int code) -> Outcome.refused(why, code);
      case Outcome.Unknown<Client>(String cause) -> Outcome.unknown(cause);
    };
  }

  private synchronized Outcome<Client> startClient(Fingerprint exit) throws IOException {
    if (client.isPresent()) {
      return Outcome.done(client.get());
    }
    var started =
        backbone
            .startClient()
            .flatMap(
                process -> {
                  processes.add(process);
                  return Client.of(process, addresses.socks(), exit, time);
                });
    client = started.answer();
    return started;
  }

  private boolean until(Instant deadline, BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      if (!time.now().isBefore(deadline)) {
        return false;
      }
      time.pause(LOOK_AGAIN);
    }
    return true;
  }

  private Optional<RouterStatus> exit() {
    return consensus().answer().stream()
        .flatMap(consensus -> consensus.running().stream())
        .filter(relay -> relay.has(Flag.EXIT))
        .findFirst();
  }

  /** What a relay needs in its torrc to be part of this network and of no other. */
  public List<TorrcLine> relayLines() {
    return backbone.everybody();
  }

  /** Where the authorities serve documents. */
  public List<URI> authorities() {
    return authorities.documents();
  }

  /** The client's SOCKS5 port, for any program. */
  public InetSocketAddress socks() {
    return addresses.socks();
  }

  /** The web server behind the exit: see {@link Website} for what it has. */
  public URI website() {
    return Endpoint.http(website.address()).resolve("/");
  }

  /** The newest consensus, from the first authority that answers. */
  public Outcome<Consensus> consensus() {
    return authorities.consensus();
  }

  /** The relays that run, as the newest consensus says, without the network's own. */
  public Outcome<List<RouterStatus>> running() {
    return consensus()
        .map(
            consensus ->
                consensus.running().stream()
                    .filter(relay -> !relay.has(Flag.AUTHORITY) && !relay.has(Flag.EXIT))
                    .toList());
  }

  /**
   * Has the authorities leave {@code relay} out from the next vote on: its server is gone. Without
   * this a dead relay stays Running for up to an hour, as in the real network.
   */
  public Outcome<List<ControlReply>> reject(Fingerprint relay) throws IOException {
    return authorities.reject(relay);
  }

  /** Takes {@link #reject} back; the relay is listed again within two or three votes. */
  public Outcome<List<ControlReply>> forgive(Fingerprint relay) throws IOException {
    return authorities.forgive(relay);
  }

  /**
   * Measures every running relay once and gives the authorities the result for the next vote; one
   * to two seconds a relay.
   *
   * @return the speeds published, empty where there is no client or no consensus yet
   */
  public SortedMap<Fingerprint, Bandwidth> scan() throws IOException, InterruptedException {
    return scanner.pass(
        consensus().answer().map(Consensus::relays).orElse(List.of()), authorities.allowed());
  }

  private Outcome<Fetched> probe(Fingerprint relay, Fetch.Budget budget) {
    return withClient(
        tor -> tor.fetchThrough(List.of(relay), addresses.web(), Website.TEN_MEGABYTES, budget));
  }

  /** Fetches {@code path} of the website by way of exactly these relays and the exit. */
  public Outcome<Fetched> fetchThrough(List<Fingerprint> hops, String path) {
    return withClient(tor -> tor.fetchThrough(hops, addresses.web(), path, WHOLE_FILE));
  }

  /** Fetches {@code path} of the website over the SOCKS port, as any program would. */
  public Outcome<Fetched> fetch(String path) {
    return withClient(tor -> tor.fetch(addresses.web(), path, WHOLE_FILE));
  }

  private Outcome<Fetched> withClient(Function<Client, Outcome<Fetched>> fetch) {
    return client.map(fetch).orElse(Outcome.unknown("the client has not been started yet"));
  }

  /** Process ids of the network's own tors. */
  public List<Long> pids() {
    return processes.stream().map(TorProcess::pid).toList();
  }

  /** Ends everything that it started; the relays are for whoever started them. */
  @Override
  public void close() throws IOException {
    client.ifPresent(Client::close);
    website.close();
    http.close();
    var _ =
        Parallel.all(
            processes.stream()
                .<Callable<Outcome<Boolean>>>map(
                    process ->
                        () -> {
                          process.stop(STOP_WAIT);
                          return Outcome.done(true);
                        })
                .toList());
    guard.close();
  }
}
