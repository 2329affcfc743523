package org.bulbil.cli.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bulbil.sandbox.witness.Relay;
import org.bulbil.sandbox.witness.SelfReport;
import org.bulbil.sandbox.world.SandboxWorld;

/** The newest words of every relay. Written by one thread, read by any. */
final class Pulse {

  private final Map<String, SelfReport> reports = new ConcurrentHashMap<>();

  /** Asks every living relay once; whoever does not answer keeps its last words. */
  void take(SandboxWorld world) {
    for (var relay : world.relays()) {
      if (relay.isAlive()) {
        world.ask(relay).answer().ifPresent(report -> reports.put(relay.hostname(), report));
      }
    }
  }

  Optional<SelfReport> of(Relay relay) {
    return Optional.ofNullable(reports.get(relay.hostname()));
  }
}
