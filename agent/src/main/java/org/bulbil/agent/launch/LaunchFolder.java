package org.bulbil.agent.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.bulbil.bitcoin.keys.SeedFile;
import org.bulbil.bitcoin.store.SqliteFile;

/**
 * Where a launch lives, for its owner alone:
 *
 * <table>
 * <caption>Files</caption>
 * <tr><td>{@code launch.json}<td>what was asked for, {@link Request}
 * <tr><td>{@code relays.json}<td>the relays, {@link RelayList}: what other commands read; no secrets
 * <tr><td>{@code family/bulbil.secret_family_key}<td>the family's key, as tor keeps it
 * <tr><td>{@code seed}<td>the words of the launcher's wallet
 * <tr><td>{@code wallet.db}, {@code journal.db}<td>coins and payments; purchases, servers, <b>the
 *     relays' credit tokens</b>
 * <tr><td>{@code launch.lock}<td>held while a command works on the launch
 * </table>
 *
 * <p>Keep it as long as the relays live: without it nobody can read what their provider writes, or
 * bring the family key to one that has lost it.
 */
public record LaunchFolder(Path path) {

  /** Of the family's key, in the folder {@link #family}. */
  public static final String KEY_NAME = "bulbil";

  private static final String REQUEST = "launch.json";
  private static final String RELAYS = "relays.json";
  private static final String LOCK = "launch.lock";

  /** The folder, made where it is missing, readable by its owner alone. */
  public static LaunchFolder at(Path path) throws IOException {
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path, owner);
    }
    return new LaunchFolder(path.toAbsolutePath().normalize());
  }

  /** What was asked for; empty in a new folder. */
  public Optional<Request> request() throws IOException {
    return text(REQUEST).map(Request::parse);
  }

  public void keep(Request request) throws IOException {
    write(REQUEST, request.json());
  }

  /** The relays as they were known last; empty before anything was agreed to. */
  public Optional<RelayList> relays() throws IOException {
    return text(RELAYS).map(RelayList::parse);
  }

  /** Writes them where they changed. */
  public void keep(RelayList relays) throws IOException {
    var fresh = relays.json();
    if (!text(RELAYS).equals(Optional.of(fresh + "\n"))) {
      write(RELAYS, fresh);
    }
  }

  public LaunchDisk disk() {
    return new LaunchDisk(
        new SeedFile(path.resolve("seed")),
        new SqliteFile(path.resolve("wallet.db")),
        new SqliteFile(path.resolve("journal.db")));
  }

  /** Where the family's key is. */
  public Path family() {
    return path.resolve("family");
  }

  /**
   * Keeps other commands away until it is closed, or the process ends however it ends; empty where
   * one works here.
   */
  public Optional<FileLock> lock() throws IOException {
    var channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var lock = Optional.ofNullable(channel.tryLock());
    if (lock.isEmpty()) {
      channel.close();
    }
    return lock;
  }

  private Optional<String> text(String name) throws IOException {
    try {
      return Optional.of(Files.readString(path.resolve(name)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Whole or not at all. */
  private void write(String name, String text) throws IOException {
    var fresh = path.resolve(name + ".new");
    try (var channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(
        fresh,
        path.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
