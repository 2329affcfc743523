package org.bulbil.bitcoin.store;

import java.nio.file.Files;
import java.nio.file.Path;

/** A store in a SQLite file. */
public record SqliteFile(Path path) implements StoreFile {

  @Override
  public boolean exists() {
    return Files.exists(path);
  }

  @Override
  public Store open() {
    return new Store(Sqlite.open(path));
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
