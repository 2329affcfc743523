package org.bulbil.atlas.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** How the two kinds of databases are opened. */
final class Databases {

  /** A page of a hundred relays asks some dozen questions; more at a time would only wait. */
  private static final int READERS = 6;

  /** The longest that an update waits for another one: several times the largest. */
  private static final Duration WRITE_WAIT = Duration.ofSeconds(60);

  /** The longest that a reader waits for a connection. */
  private static final Duration READ_WAIT = Duration.ofSeconds(5);

  /** What SQLite keeps of its log after the largest update. */
  private static final int LOG_BYTES_KEPT = 16 << 20;

  /** The number is any, as long as no other program takes the same. */
  private static final List<String> POSTGRES_BEGIN =
      List.of("begin", "select pg_advisory_xact_lock(7310585138425389)");

  private static final List<String> SQLITE_BEGIN = List.of("begin immediate");

  private Databases() {}

  /**
   * Opens {@code place}.
   *
   * @param place a file of SQLite, or {@code postgresql://user:password@host/database}, also as
   *     {@code jdbc:postgresql:}
   */
  static Database open(String place) {
    var bare = place.startsWith("jdbc:") ? place.substring("jdbc:".length()) : place;
    return bare.startsWith("postgresql:") || bare.startsWith("postgres:")
        ? postgres(bare)
        : sqlite(Path.of(bare.replaceFirst("^sqlite:", "")));
  }

  private static Database sqlite(Path file) {
    var name = file.toString();
    return open(name, SQLITE_BEGIN, sqlite(file, READ_WAIT), sqlite(file, WRITE_WAIT));
  }

  private static HikariConfig sqlite(Path file, Duration patience) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout((int) patience.toMillis());
    config.setJournalSizeLimit(LOG_BYTES_KEPT);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    var pool = new HikariConfig();
    pool.setDataSource(source);
    return pool;
  }

  private static Database postgres(String bare) {
    var uri = URI.create(bare.replaceFirst("^postgres:", "postgresql:"));
    var name = "postgresql:" + withoutSecrets(uri);
    var read = postgres(uri);
    read.setTransactionIsolation("TRANSACTION_REPEATABLE_READ"); // several questions, one moment
    return open(name, POSTGRES_BEGIN, read, postgres(uri));
  }

  private static String withoutSecrets(URI uri) {
    return uri.getHost() == null ? "" : "//" + uri.getHost() + uri.getPath();
  }

  private static HikariConfig postgres(URI uri) {
    var pool = new HikariConfig();
    var user = uri.getUserInfo();
    var rest = uri.toString();
    if (user != null) {
      rest = rest.replaceFirst("//[^@/]*@", "//");
      pool.setUsername(user.replaceFirst(":.*", ""));
      pool.setPassword(user.contains(":") ? user.replaceFirst("^[^:]*:", "") : "");
    }
    pool.setJdbcUrl("jdbc:" + rest);
    return pool;
  }

  private static Database open(
      String name, List<String> begin, HikariConfig read, HikariConfig write) {
    read.setMaximumPoolSize(READERS);
    read.setConnectionTimeout(READ_WAIT.toMillis());
    write.setMaximumPoolSize(1);
    write.setConnectionTimeout(WRITE_WAIT.toMillis());
    try {
      var writer = new HikariDataSource(write);
      return new Database(name, begin, new HikariDataSource(read), writer);
    } catch (PoolInitializationException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      throw new StoreException(
          "cannot open the map's store %s: %s".formatted(name, cause.getMessage()), e);
    }
  }
}
