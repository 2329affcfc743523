package org.bulbil.agent.site;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.bulbil.agent.bundle.Parcel;
import org.bulbil.core.outcome.Outcome;

/**
 * Where a server keeps the content of its site: the archive as it was handed on, and its files as
 * they are shown. Both are read-only, and named by the hash. Safe for use by several threads.
 */
public final class ContentShelf {

  private static final int CHUNK_BYTES = 64 << 10;

  private final Content content;
  private final Path folder;
  private final ReentrantLock taking = new ReentrantLock();

  /**
   * @param content that belongs here
   * @param folder of its own; made where it is not there
   */
  public ContentShelf(Content content, Path folder) {
    this.content = content;
    this.folder = folder.toAbsolutePath().normalize();
  }

  public Content content() {
    return content;
  }

  public Path archive() {
    return folder.resolve(content.fileName());
  }

  /** Its files, once {@link #take} or {@link #fill} has laid them out. */
  public Path files() {
    return folder.resolve(content.hash().value());
  }

  /** Whether everything is laid out. */
  public boolean isFull() {
    return Files.isDirectory(files());
  }

  Parcel parcel() {
    return new Parcel(
        content.hash(), content.bytes(), content.fileName(), "application/zip", "content");
  }

  /** Puts an archive here that is on this machine already; as {@link #take} else. */
  public Outcome<Path> fill(Path archive) {
    try (var bytes = Files.newInputStream(archive)) {
      return take(0, bytes)
          .flatMap(_ -> isFull() ? Outcome.done(files()) : Outcome.refused(wrong(), 0));
    } catch (IOException e) {
      return Outcome.unknown("the disk: " + e);
    }
  }

  /**
   * Takes the part of the archive that begins at byte {@code from}, all of it or some, and reads no
   * more than the content has. When all is here it is kept if it has the right hash. Refused where
   * it has not, as when it changed on its way; then nothing is kept. Refused also where another
   * part is due, or another is under way: whoever begins at 0 begins anew.
   *
   * @return how many bytes are here
   */
  Outcome<Long> take(long from, InputStream bytes) {
    if (!taking.tryLock()) {
      return Outcome.refused("another hands the content over just now", 0);
    }
    try {
      return isFull() ? Outcome.done(content.bytes()) : keep(from, bytes);
    } catch (IOException e) {
      return Outcome.unknown("the content broke off, or cannot be written: " + e);
    } finally {
      taking.unlock();
    }
  }

  private Outcome<Long> keep(long from, InputStream bytes) throws IOException {
    var part = folder.resolve("part.zip");
    Files.createDirectories(folder);
    if (from == 0) {
      Files.deleteIfExists(part);
    }
    long size = Files.exists(part) ? Files.size(part) : 0;
    if (from != size) {
      return Outcome.refused("the part that is due begins at byte " + size, 0);
    }
    append(bytes, part, content.bytes() - size + 1);
    return judged(part);
  }

  private static void append(InputStream bytes, Path part, long most) throws IOException {
    try (var out = Files.newOutputStream(part, CREATE, APPEND)) {
      var chunk = new byte[CHUNK_BYTES];
      long left = most;
      for (int count = 0; count >= 0 && left > 0; left -= Math.max(count, 0)) {
        count = bytes.read(chunk, 0, (int) Math.min(chunk.length, left));
        out.write(chunk, 0, Math.max(count, 0));
      }
    }
  }

  private Outcome<Long> judged(Path part) throws IOException {
    long size = Files.size(part);
    if (size < content.bytes()) {
      return Outcome.done(size);
    }
    if (size > content.bytes() || !Content.of(part).equals(content)) {
      Files.delete(part);
      return Outcome.refused(wrong(), 0);
    }
    Files.move(part, archive(), REPLACE_EXISTING);
    Unpacking.unpack(archive(), content.hash(), files());
    return Outcome.done(size);
  }

  private String wrong() {
    return "what was handed over is not the content %s of %d bytes: it changed on its way, or is another's"
        .formatted(content.hash(), content.bytes());
  }
}
