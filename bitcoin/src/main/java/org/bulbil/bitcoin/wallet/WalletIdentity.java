package org.bulbil.bitcoin.wallet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.SeedFile;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.store.Sqlite;

/** Holds seed and database together: one wallet for the life of a relay, never a second. */
final class WalletIdentity {

  private final WalletSettings settings;

  WalletIdentity(WalletSettings settings) {
    this.settings = settings;
  }

  /**
   * The seed's words; new ones only where nothing of an earlier start is left.
   *
   * @throws IdentityException where there are traces of an earlier start, but no seed
   */
  Words words(RandomGenerator random) {
    var seed = new SeedFile(settings.seedFile());
    if (seed.exists()) {
      return seed.read();
    }
    var traces = traces();
    if (!traces.isEmpty()) {
      throw new IdentityException(
          "%s is there, but not the seed %s it belongs to. Put the seed back. A new one would be"
                  .formatted(traces.getFirst(), settings.seedFile())
              + " a second wallet, and the first one's money would be lost");
    }
    return seed.create(random);
  }

  private List<Path> traces() {
    return Stream.concat(Stream.of(settings.database()), settings.traces().stream())
        .filter(Files::exists)
        .toList();
  }

  /**
   * Writes the seed's fingerprint into a new database, and compares it in an old one.
   *
   * @throws IdentityException where another seed made it, or another network
   */
  void seal(Sqlite file, Account account, Instant now) {
    var ours = account.fingerprint() + " on " + account.network();
    var theirs =
        file.transact(
                sql -> {
                  sql.update(
                      "insert or ignore into identity (one, fingerprint, network, created) values (1, ?, ?, ?)",
                      account.fingerprint(),
                      account.network(),
                      now);
                  return sql.first(
                      "select fingerprint, network from identity",
                      row -> row.text("fingerprint") + " on " + row.text("network"));
                })
            .orElseThrow();
    if (!ours.equals(theirs)) {
      throw new IdentityException(
          "%s was made by the seed with fingerprint %s; %s has %s. Put the right one back"
              .formatted(settings.database(), theirs, settings.seedFile(), ours));
    }
  }
}
