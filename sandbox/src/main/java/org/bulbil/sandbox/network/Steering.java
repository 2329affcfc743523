package org.bulbil.sandbox.network;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.control.CircuitId;
import org.bulbil.tor.control.Circuits;
import org.bulbil.tor.control.ControlPort;
import org.bulbil.tor.control.ControlReply;
import org.bulbil.tor.control.StreamId;

/**
 * Puts each new stream of a client onto its circuit: ours onto those that we built, everybody
 * else's where tor likes. Runs on a thread of its own until its control port closes.
 */
final class Steering implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Steering.class.getName());

  /** Between two looks at whether the control port has closed. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  /** The id of a new stream and the port of ours that it came from (control-spec §4.1.2). */
  private static final Pattern NEW =
      Pattern.compile("STREAM ([A-Za-z0-9]+) NEW .*SOURCE_ADDR=127\\.[0-9.]+:(\\d{1,5}) .*");

  private static final Pattern DETACHED = Pattern.compile("STREAM ([A-Za-z0-9]+) DETACHED .*");

  private final ControlPort port;
  private final Circuits circuits;
  private final Map<Integer, CircuitId> wanted = new ConcurrentHashMap<>();

  private Steering(ControlPort port, Circuits circuits) {
    this.port = port;
    this.circuits = circuits;
  }

  static Outcome<Steering> start(ControlPort port, Circuits circuits) {
    var steering = new Steering(port, circuits);
    return port.subscribe(List.of("STREAM"))
        .map(
            _ -> {
              Thread.ofVirtual().name("stream-steering").start(steering::steer);
              return steering;
            });
  }

  /** To be called before the proxy hears of the stream that comes from {@code localPort}. */
  void expect(int localPort, CircuitId circuit) {
    wanted.put(localPort, circuit);
  }

  void forget(int localPort) {
    wanted.remove(localPort);
  }

  private void steer() {
    try {
      while (port.isOpen()) {
        port.nextEvent(LOOK_AGAIN).map(ControlReply::text).ifPresent(this::steer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void steer(String event) {
    var opened = NEW.matcher(event + " ");
    var detached = DETACHED.matcher(event + " ");
    if (opened.matches()) {
      var circuit = wanted.getOrDefault(Integer.valueOf(opened.group(2)), CircuitId.ANY);
      attach(new StreamId(opened.group(1)), circuit);
    } else if (detached.matches()) {
      attach(new StreamId(detached.group(1)), CircuitId.ANY);
    }
  }

  private void attach(StreamId stream, CircuitId circuit) {
    var said = circuits.attach(stream, circuit);
    if (!(said instanceof Outcome.Done)) {
      LOG.log(System.Logger.Level.DEBUG, "stream {0}: {1}", stream.value(), said.summary());
    }
  }

  @Override
  public void close() {
    port.close();
  }
}
