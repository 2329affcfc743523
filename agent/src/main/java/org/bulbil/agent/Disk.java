package org.bulbil.agent;

import java.nio.file.Path;
import org.bulbil.bitcoin.keys.Seed;
import org.bulbil.bitcoin.keys.SeedFile;
import org.bulbil.bitcoin.store.SqliteFile;
import org.bulbil.bitcoin.store.StoreFile;
import org.bulbil.tor.process.TorFolder;

/**
 * Everything of an agent that must survive.
 *
 * @param seed the wallet's words
 * @param wallet what the wallet knows
 * @param journal what the agent knows
 * @param tor where tor keeps its keys
 */
record Disk(Seed seed, StoreFile wallet, StoreFile journal, TorFolder tor) {

  /** The words of the wallet in {@code home}. */
  static SeedFile seed(Path home) {
    return new SeedFile(home.resolve("seed"));
  }

  /** The file that the server in {@code home} was installed from, if it was kept. */
  static Path bundle(Path home) {
    return home.resolve("bundle.tar.gz");
  }

  /** The usual names in {@code home}, which must exist. */
  static Disk at(Path home) {
    return new Disk(
        seed(home),
        new SqliteFile(home.resolve("wallet.db")),
        new SqliteFile(home.resolve("journal.db")),
        new TorFolder(home.resolve("tor")));
  }
}
