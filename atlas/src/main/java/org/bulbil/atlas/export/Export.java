package org.bulbil.atlas.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.IntConsumer;
import org.bulbil.atlas.page.Walk;

/**
 * Writes all pages into a folder, which is replaced as a whole: who reads it sees the former pages
 * or the new ones. A broken disk is an IOException, and then the former folder stays.
 */
public final class Export {

  /** By which a folder is known as one that may be replaced. */
  static final String MARK = "assets/atlas.js";

  private final Path folder;
  private final Path fresh;
  private final Path former;
  private long files;
  private long bytes;

  /** What was written. */
  public record Written(long files, long bytes) {}

  /** Into {@code folder}; beside it two others are used for a while. */
  public Export(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    this.fresh = this.folder.resolveSibling("." + this.folder.getFileName() + ".new");
    this.former = this.folder.resolveSibling("." + this.folder.getFileName() + ".old");
  }

  /**
   * Writes.
   *
   * @param left hears how many pages are known and not written yet
   * @throws IOException also where the folder holds something that is no export: nothing else is
   *     ever deleted
   */
  public Written write(Walk walk, IntConsumer left) throws IOException {
    check();
    delete(fresh);
    Files.createDirectories(fresh);
    walk.to(
        (name, content, waiting) -> {
          put(name, content);
          left.accept(waiting);
        });
    swap();
    return new Written(files, bytes);
  }

  private void check() throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder + " is a file; name a folder, new or empty");
    }
    if (Files.isDirectory(folder) && !isEmpty(folder) && !Files.exists(folder.resolve(MARK))) {
      throw new IOException(
          folder + " holds something that is no export of the Atlas; name a folder, new or empty");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private void put(String name, byte[] content) throws IOException {
    var file = fresh.resolve(name).normalize();
    if (!file.startsWith(fresh)) {
      throw new IllegalArgumentException("a file outside the folder: " + name);
    }
    Files.createDirectories(file.resolve("..").normalize());
    Files.write(file, content);
    files++;
    bytes += content.length;
  }

  private void swap() throws IOException {
    delete(former);
    if (Files.exists(folder)) {
      Files.move(folder, former);
    }
    Files.move(fresh, folder);
    delete(former);
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (var all = Files.walk(tree)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
