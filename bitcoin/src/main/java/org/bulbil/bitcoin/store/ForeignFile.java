package org.bulbil.bitcoin.store;

import java.nio.file.Files;
import java.nio.file.Path;

/** A store in a SQLite file that another program may be writing to: it can be read, no more. */
public record ForeignFile(Path path) implements StoreFile {

  @Override
  public boolean exists() {
    return Files.exists(path);
  }

  /**
   * Shows the rows of this moment; a write to it is a {@link StoreException}.
   *
   * @throws StoreException where it is no database, or not there
   */
  @Override
  public Store open() {
    return new Store(Sqlite.look(path));
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
