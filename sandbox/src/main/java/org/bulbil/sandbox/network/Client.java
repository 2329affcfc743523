package org.bulbil.sandbox.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.control.CircuitId;
import org.bulbil.tor.control.Circuits;
import org.bulbil.tor.control.ControlPort;
import org.bulbil.tor.process.TorProcess;

/** The tor client of the sandbox: a SOCKS port for everybody, and chosen paths for us. */
final class Client implements AutoCloseable {

  /** A circuit of four hops on one busy machine is built in well under a second. */
  private static final Duration BUILD_WAIT = Duration.ofSeconds(15);

  private static final Duration STOP_WAIT = Duration.ofSeconds(5);

  private final TorProcess process;
  private final InetSocketAddress socksPort;
  private final Fingerprint exit;
  private final ControlPort port;
  private final Circuits circuits;
  private final Steering steering;
  private final Time time;

  private Client(
      TorProcess process,
      InetSocketAddress socksPort,
      Fingerprint exit,
      ControlPort port,
      Circuits circuits,
      Steering steering,
      Time time) {
    this.process = process;
    this.socksPort = socksPort;
    this.exit = exit;
    this.port = port;
    this.circuits = circuits;
    this.steering = steering;
    this.time = time;
  }

  /** Takes over {@code process}, whose torrc has {@link Torrcs#client}. */
  static Outcome<Client> of(
      TorProcess process, InetSocketAddress socksPort, Fingerprint exit, Time time) {
    return process
        .control()
        .flatMap(
            port -> {
              var circuits = new Circuits(port, time);
              return Steering.start(port, circuits)
                  .map(
                      steering ->
                          new Client(process, socksPort, exit, port, circuits, steering, time));
            });
  }

  /** Whether it has built circuits of its own, and so can serve everybody. */
  boolean isReady() {
    return port.ask("status/circuit-established").answer().filter("1"::equals).isPresent();
  }

  /** Fetches by a path that tor chooses. */
  Outcome<Fetched> fetch(InetSocketAddress server, String path, Fetch.Budget budget) {
    return fetch(CircuitId.ANY, server, path, budget);
  }

  /** Fetches by way of exactly {@code hops} and the exit. */
  Outcome<Fetched> fetchThrough(
      List<Fingerprint> hops, InetSocketAddress server, String file, Fetch.Budget budget) {
    var path = new ArrayList<>(hops);
    path.add(exit);
    return circuits
        .build(path, BUILD_WAIT)
        .flatMap(
            circuit -> {
              var fetched = fetch(circuit, server, file, budget);
              var _ = circuits.close(circuit);
              return fetched;
            });
  }

  private Outcome<Fetched> fetch(
      CircuitId circuit, InetSocketAddress server, String path, Fetch.Budget budget) {
    try (var fetch = new Fetch(socksPort, budget.silence(), time)) {
      steering.expect(fetch.localPort(), circuit);
      try {
        return Outcome.done(fetch.get(server, path, budget));
      } finally {
        steering.forget(fetch.localPort());
      }
    } catch (IOException e) {
      return Outcome.unknown("the fetch broke off: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    steering.close();
    process.stop(STOP_WAIT);
  }
}
