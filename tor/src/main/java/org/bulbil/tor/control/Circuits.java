package org.bulbil.tor.control;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Fingerprint;

/** Builds circuits of chosen relays on a tor client, and puts streams onto them. */
public final class Circuits {

  /** Between two looks at whether a circuit is built; on one machine it takes about 20 ms. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(40);

  private final ControlPort port;
  private final Time time;

  public Circuits(ControlPort port, Time time) {
    this.port = port;
    this.time = time;
  }

  /**
   * A circuit through {@code hops}, the last being the exit; refused where the client does not know
   * one of them yet, or one does not answer.
   *
   * @param patience until it must be built; a circuit that is not is closed
   */
  public Outcome<CircuitId> build(List<Fingerprint> hops, Duration patience) {
    return extend(hops).flatMap(id -> built(id, patience));
  }

  private Outcome<CircuitId> extend(List<Fingerprint> hops) {
    var path = hops.stream().map(hop -> "$" + hop).collect(joining(","));
    return port.tell("EXTENDCIRCUIT 0 " + path + " purpose=general")
        .map(reply -> new CircuitId(reply.text().replaceFirst("^EXTENDED ", "")));
  }

  private Outcome<CircuitId> built(CircuitId id, Duration patience) {
    var deadline = time.now().plus(patience);
    while (time.now().isBefore(deadline)) {
      var state = port.ask("circuit-status").map(list -> stateOf(id, list));
      switch (state) {
        case Outcome.Done<Optional<String>>(Optional<String> found) when found.isEmpty() -> {
          return Outcome.refused("a hop refused, or is not there", 0);
        }
        case Outcome.Done<Optional<String>>(Optional<String> found)
            when found.get().equals("BUILT") -> {
          return Outcome.done(id);
        }
        case Outcome.Done<Optional<String>> _ -> pause();
        case Outcome.Refused<Optional<String>> _, Outcome.Unknown<Optional<String>> _ -> {
          return state.map(_ -> id);
        }
      }
    }
    close(id);
    return Outcome.unknown("the circuit was not built within " + patience.toSeconds() + " s");
  }

  private static Optional<String> stateOf(CircuitId id, String circuitStatus) {
    return circuitStatus
        .lines()
        .map(line -> line.split(" ", 3))
        .filter(words -> words.length > 1 && words[0].equals(id.value()))
        .map(words -> words[1])
        .findFirst();
  }

  private void pause() {
    try {
      time.pause(LOOK_AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends {@code stream} through {@code circuit}; {@link CircuitId#ANY} leaves it to tor. */
  public Outcome<ControlReply> attach(StreamId stream, CircuitId circuit) {
    return port.tell("ATTACHSTREAM " + stream.value() + " " + circuit.value());
  }

  /** Ends a circuit and the streams on it; refused where it has ended already. */
  public Outcome<ControlReply> close(CircuitId circuit) {
    return port.tell("CLOSECIRCUIT " + circuit.value());
  }
}
