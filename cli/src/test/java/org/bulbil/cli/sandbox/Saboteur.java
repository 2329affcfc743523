package org.bulbil.cli.sandbox;

import static org.bulbil.cli.sandbox.Patience.await;
import static org.bulbil.cli.sandbox.Patience.until;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.bulbil.cli.sandbox.Onlooker.Tenant;
import org.bulbil.sandbox.storm.Processes.Living;
import org.bulbil.sandbox.storm.RelayProcesses;

/** Kills processes of relays without a warning, each found by its own folder. */
record Saboteur(SmallWorld place) {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Kills the agent of a relay; comes back when there is another. */
  void killAgent(Tenant tenant) throws InterruptedException {
    var dead = await("an agent", LIMIT, () -> agent(tenant));
    dead.kill();
    place.note("killed the agent of " + tenant.hostname());
    until("another agent", LIMIT, () -> agent(tenant).filter(it -> !it.equals(dead)).isPresent());
  }

  private Optional<Living> agent(Tenant tenant) {
    return processes(tenant).agent();
  }

  private RelayProcesses processes(Tenant tenant) {
    return new RelayProcesses(place.disk(tenant.address()));
  }

  Optional<Living> tor(Tenant tenant) {
    return processes(tenant).tor();
  }

  /** An agent has its page from the end of its first heartbeat on. */
  void awaitPage(Tenant tenant) throws InterruptedException {
    var page = URI.create("http://" + tenant.address() + ":8080/status.json");
    until("its page", LIMIT, () -> place.http().get(page).answer().isPresent());
  }
}
