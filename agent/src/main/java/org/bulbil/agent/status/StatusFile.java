package org.bulbil.agent.status;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The newest status beside the journal, for who sits at the server: it can be read while the agent
 * is down, and without the wallet's seed.
 */
public record StatusFile(Path path) {

  private static final System.Logger LOG = System.getLogger(StatusFile.class.getName());
  private static final Jsonb JSON = Jsonb.builder().build();

  /** That of the agent that lives in {@code home}. */
  public static StatusFile in(Path home) {
    return new StatusFile(home.resolve("status.json"));
  }

  /** Whole or not at all; one that cannot be written is told in the log and missed by nobody. */
  void write(Status status) {
    try {
      var fresh = path.resolveSibling(path.getFileName() + ".new");
      Files.writeString(fresh, JSON.toJson(status) + "\n");
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "{0} cannot be written: {1}", path, e.getMessage());
    }
  }
}
