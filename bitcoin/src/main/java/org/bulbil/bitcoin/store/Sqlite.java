package org.bulbil.bitcoin.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sqlite.SQLiteConfig;

/**
 * One SQLite file, opened durably: write-ahead log, {@code synchronous=FULL} (a commit is on the
 * disk when the call returns), foreign keys checked.
 *
 * <p>Threads: any thread may call; one connection and one lock let a single transaction run at a
 * time, and a second call from within a transaction joins it. A transaction must therefore never
 * wait for the network. Nothing global is set; several files may be open.
 */
public final class Sqlite implements AutoCloseable {

  /** How long we wait for another process, such as a backup or a curious shell, to let go. */
  private static final Duration BUSY_WAIT = Duration.ofSeconds(10);

  private final Connection connection;
  private final Transaction transaction;
  private final ReentrantLock lock = new ReentrantLock();

  private Sqlite(Connection connection) {
    this.connection = connection;
    this.transaction = new Transaction(connection);
  }

  /**
   * Opens or creates {@code file} and runs those of {@code migrations} that it has not seen.
   *
   * @param migrations SQL scripts, oldest first; the n-th brings {@code PRAGMA user_version} to n.
   *     A released one is never changed, only followed by another. Semicolons stand only at the end
   *     of statements and in comments, which have lines of their own.
   * @throws StoreException where the file is no database, cannot be written, or is newer than
   *     {@code migrations}
   */
  public static Sqlite open(Path file, List<String> migrations) {
    var sqlite = new Sqlite(connect(file));
    try {
      sqlite.write(transaction -> new Migrations(migrations).run(transaction, file));
      return sqlite;
    } catch (RuntimeException e) {
      sqlite.closeAfter(e);
      throw e;
    }
  }

  private static Connection connect(Path file) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout((int) BUSY_WAIT.toMillis());
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    try {
      return config.createConnection("jdbc:sqlite:" + file);
    } catch (SQLException e) {
      throw new StoreException("cannot open the database " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Runs {@code work} in one transaction: committed durably when it returns, undone if it throws.
   */
  public <T> T transact(Function<Transaction, T> work) {
    lock.lock();
    try {
      return lock.getHoldCount() > 1 ? work.apply(transaction) : committed(work);
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #transact}, for work without a result. */
  public void write(Consumer<Transaction> work) {
    transact(
        transaction -> {
          work.accept(transaction);
          return true;
        });
  }

  private <T> T committed(Function<Transaction, T> work) {
    boolean done = false;
    try {
      connection.setAutoCommit(false);
      var result = work.apply(transaction);
      connection.commit();
      done = true;
      return result;
    } catch (SQLException e) {
      throw new StoreException("cannot commit: " + e.getMessage(), e);
    } finally {
      if (!done) {
        undo();
      }
    }
  }

  private void undo() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      System.getLogger(Sqlite.class.getName())
          .log(System.Logger.Level.WARNING, "cannot roll back: {0}", e.getMessage());
    }
  }

  private void closeAfter(RuntimeException failure) {
    try {
      close();
    } catch (StoreException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreException("cannot close the database: " + e.getMessage(), e);
    } finally {
      lock.unlock();
    }
  }
}
