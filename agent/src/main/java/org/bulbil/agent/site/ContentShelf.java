package org.bulbil.agent.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.ReentrantLock;
import org.bulbil.agent.bundle.Parcel;
import org.bulbil.core.outcome.Outcome;

/**
 * Where a server keeps the content of its site: the archive as it was handed on, and its files as
 * they are shown. Both are read-only, and named by the hash. Safe for use by several threads.
 */
public final class ContentShelf {

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
      return take(bytes);
    } catch (IOException e) {
      return Outcome.unknown("the disk: " + e);
    }
  }

  /**
   * Takes what somebody hands over, reads no more than the content has bytes, and keeps it if it
   * has the right hash. Refused where it has not, as when it changed on its way; then nothing is
   * kept. One at a time: refused where another is under way.
   *
   * @return the files
   */
  Outcome<Path> take(InputStream bytes) {
    if (!taking.tryLock()) {
      return Outcome.refused("another hands the content over just now", 0);
    }
    try {
      return isFull() ? Outcome.done(files()) : keep(bytes);
    } catch (IOException e) {
      return Outcome.unknown("the content broke off, or cannot be written: " + e);
    } finally {
      taking.unlock();
    }
  }

  private Outcome<Path> keep(InputStream bytes) throws IOException {
    Files.createDirectories(folder);
    var fresh = Files.createTempFile(folder, "taken", ".zip");
    try {
      copy(bytes, fresh);
      return isRight(fresh) ? Outcome.done(lay(fresh)) : Outcome.refused(wrong(), 0);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private void copy(InputStream bytes, Path target) throws IOException {
    try (var out = Files.newOutputStream(target)) {
      var chunk = new byte[64 << 10];
      long left = content.bytes() + 1;
      for (int count = 0; count >= 0 && left > 0; left -= Math.max(count, 0)) {
        count = bytes.read(chunk, 0, (int) Math.min(chunk.length, left));
        out.write(chunk, 0, Math.max(count, 0));
      }
    }
  }

  private boolean isRight(Path archive) throws IOException {
    return Files.size(archive) == content.bytes() && Content.of(archive).equals(content);
  }

  private String wrong() {
    return "what was handed over is not the content %s of %d bytes: it changed on its way, or is another's"
        .formatted(content.hash(), content.bytes());
  }

  private Path lay(Path archive) throws IOException {
    Unpacking.unpack(archive, content.hash(), files());
    Files.move(archive, archive(), StandardCopyOption.REPLACE_EXISTING);
    return files();
  }
}
