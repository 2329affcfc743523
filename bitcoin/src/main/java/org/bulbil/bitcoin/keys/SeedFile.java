package org.bulbil.bitcoin.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.bulbil.bitcoin.Network;

/**
 * The file with the twelve words: made once, whole or not at all, readable by its owner alone,
 * never overwritten. A broken disk is an {@link UncheckedIOException} that names the file, never a
 * word.
 */
public final class SeedFile implements Seed {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path path;
  private final Path folder;

  public SeedFile(Path path) {
    this.path = path.toAbsolutePath();
    this.folder = Objects.requireNonNull(this.path.getParent(), "a seed file needs a folder");
  }

  @Override
  public boolean exists() {
    return Files.exists(path);
  }

  /**
   * The keys that follow from the words of the file.
   *
   * @throws IllegalStateException as {@link #read}
   */
  @Override
  public Account account(Network network) {
    return Account.of(read(), network);
  }

  /**
   * The words of the file.
   *
   * @throws IllegalStateException where others may read it, or it holds no seed
   */
  public Words read() {
    try {
      refuseIfOpenToOthers();
      return Words.parse(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the seed file " + path, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(path + " does not hold a seed: " + e.getMessage(), e);
    }
  }

  private void refuseIfOpenToOthers() throws IOException {
    var others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
    others.removeAll(OWNER_ONLY);
    if (!others.isEmpty()) {
      throw new IllegalStateException(
          path
              + " holds the keys to all money here and others may read it; type: chmod 600 "
              + path);
    }
  }

  /**
   * Draws twelve words and keeps them, durably, before it returns.
   *
   * <p>They are written beside the file and linked to its name, so that a crash leaves either the
   * whole file or none, and a file that is there already stays.
   */
  @Override
  public void create(RandomGenerator random) {
    var words = Words.draw(random);
    var draft = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.deleteIfExists(draft);
      write(draft, words);
      Files.createLink(path, draft);
      Files.delete(draft);
      sync(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the seed file " + path, e);
    }
  }

  private static void write(Path file, Words words) throws IOException {
    FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(file, options, mode)) {
      var bytes = ByteBuffer.wrap((words.reveal() + "\n").getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Makes the new name durable, not only the bytes. */
  private static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
