package org.bulbil.sandbox.provider.estate;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.provider.book.EndedBy;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.book.MachineId;
import org.bulbil.sandbox.provider.book.ProviderBook;
import org.bulbil.sandbox.provider.machine.Machines;

/**
 * All servers, and what switching one means: the machine, the server's state and the book change
 * together. Not safe for use by several threads.
 */
final class Rack {

  private static final Logger LOG = System.getLogger(Rack.class.getName());

  private final Machines machines;
  private final ProviderBook book;
  private final Map<MachineId, Server> servers = new LinkedHashMap<>();

  Rack(Machines machines, ProviderBook book) {
    this.machines = machines;
    this.book = book;
  }

  /** Every server that is not yet removed, in the order of their launches. */
  List<Server> all() {
    return List.copyOf(servers.values());
  }

  Optional<Server> find(MachineId id) {
    return Optional.ofNullable(servers.get(id));
  }

  void put(Server server) {
    servers.put(server.id(), server);
  }

  void remove(Server server) {
    servers.remove(server.id());
  }

  /** Gives a server its address and first boot; one that cannot be built is deleted. */
  void build(Server server, Instant now) {
    try {
      var address = machines.build(server.userData());
      put(server.at(address));
      book.write(new Event.Built(server.id(), address.getHostAddress()));
    } catch (IOException e) {
      LOG.log(Level.ERROR, "a server cannot be built; it is deleted", e);
      end(server, EndedBy.SPORESTACK, now);
    }
  }

  Outcome<Server> start(Server server) {
    return switching(server, machines::boot, new Event.Started(server.id()));
  }

  Outcome<Server> rebuild(Server server) {
    return switching(server, machines::rebuild, new Event.Rebuilt(server.id()));
  }

  Outcome<Server> reboot(Server server) {
    return switching(server, this::powerCycle, new Event.Rebooted(server.id()));
  }

  private void powerCycle(InetAddress address) throws IOException {
    machines.powerOff(address);
    machines.boot(address);
  }

  private Outcome<Server> switching(Server server, Switch act, Event event) {
    try {
      act.on(address(server));
    } catch (IOException e) {
      LOG.log(Level.ERROR, "a server cannot be switched", e);
      return Outcome.unknown("the host of this server has failed");
    }
    return Outcome.done(changed(server, new State.Running(), event));
  }

  /** Something done to a machine that leaves it running. */
  private interface Switch {
    void on(InetAddress address) throws IOException;
  }

  Server stop(Server server) {
    machines.powerOff(address(server));
    return changed(server, new State.Stopped(), new Event.Stopped(server.id()));
  }

  Server suspend(Server server, Instant now) {
    machines.powerOff(address(server));
    return changed(server, new State.Suspended(now), new Event.Suspended(server.id()));
  }

  Server end(Server server, EndedBy by, Instant now) {
    server.address().ifPresent(machines::wipe);
    var ended = new State.Ended(now, by, Optional.empty());
    return changed(server, ended, new Event.Ended(server.id(), by));
  }

  private Server changed(Server server, State state, Event event) {
    var changed = server.in(state);
    put(changed);
    book.write(event);
    return changed;
  }

  private static InetAddress address(Server server) {
    return server
        .address()
        .orElseThrow(() -> new IllegalStateException("a server without an address is switched"));
  }
}
