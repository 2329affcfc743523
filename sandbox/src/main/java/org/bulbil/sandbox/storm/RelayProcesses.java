package org.bulbil.sandbox.storm;

import java.nio.file.Path;
import java.util.Optional;
import org.bulbil.sandbox.storm.Processes.Living;

/**
 * The two processes that a relay lives by: its agent, and tor or, for a site, a web server.
 *
 * @param disk of its server
 */
public record RelayProcesses(Path disk) {

  /** The JVM that works in the agent's folder; empty while there is none. */
  public Optional<Living> agent() {
    return Processes.in(home()).stream()
        .filter(process -> process.program().equals("java"))
        .filter(process -> process.folder().equals(home().toString()))
        .findFirst();
  }

  /** The tor whose folder is in the agent's; empty while there is none. */
  public Optional<Living> tor() {
    return Processes.in(home().resolve("tor")).stream()
        .filter(process -> process.program().equals("tor"))
        .findFirst();
  }

  /** The nginx whose folder is in the agent's, its master or a worker; empty for a relay. */
  public Optional<Living> web() {
    return Processes.in(home()).stream()
        .filter(process -> process.program().equals("nginx"))
        .findFirst();
  }

  private Path home() {
    return disk.resolve("bulbil");
  }

  boolean areBothThere() {
    return agent().isPresent() && (tor().isPresent() || web().isPresent());
  }
}
