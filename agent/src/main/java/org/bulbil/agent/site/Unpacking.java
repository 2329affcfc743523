package org.bulbil.agent.site;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.bulbil.hosting.bootstrap.BundleHash;

/** Lays an archive out as files that nobody can write to, for a web server to show. */
final class Unpacking {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("r--r--r--");

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("r-xr-xr-x");

  /** Times are told apart by so many seconds: a year. */
  private static final int SPREAD = 1 << 25;

  private Unpacking() {}

  /**
   * Lays {@code archive}, whose hash was checked, out as {@code target}: whole, or not at all.
   * Harmless where that has been done.
   */
  static void unpack(Path archive, BundleHash hash, Path target) throws IOException {
    if (Files.isDirectory(target)) {
      return;
    }
    var fresh = target.resolveSibling(target.getFileName() + ".new");
    clear(fresh);
    Files.createDirectories(fresh);
    lay(archive, fresh, time(hash));
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * The same on every server that shows this content, and another for another content: visitors'
   * browsers tell by it, and by the size, whether a page has changed (RFC 9110 §8.8).
   */
  private static FileTime time(BundleHash hash) {
    long offset = Long.parseLong(hash.value().substring(0, 8), 16) % SPREAD;
    return FileTime.from(Packing.TIME.toInstant(ZoneOffset.UTC).plusSeconds(offset));
  }

  private static void lay(Path archive, Path target, FileTime time) throws IOException {
    try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
      int files = 0;
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++files > Content.FILES_MAX) {
          throw new IOException(archive + " has more than " + Content.FILES_MAX + " files");
        }
        lay(zip, file(target, entry.getName()), time);
      }
    }
    close(target);
  }

  /** Inside of {@code target}, whatever an archive calls it. */
  private static Path file(Path target, String name) throws IOException {
    try {
      return target.resolve(new SitePath(name).value());
    } catch (IllegalArgumentException e) {
      throw new IOException("an archive with a file that no site has: " + e.getMessage(), e);
    }
  }

  private static void lay(ZipInputStream content, Path file, FileTime time) throws IOException {
    Files.createDirectories(file.getParent());
    Files.copy(content, file);
    Files.setLastModifiedTime(file, time);
    Files.setPosixFilePermissions(file, FILE);
  }

  private static void close(Path root) throws IOException {
    try (var all = Files.walk(root)) {
      for (var folder : all.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList()) {
        Files.setPosixFilePermissions(folder, FOLDER);
      }
    }
  }

  /** What an unpacking has left that was killed. */
  private static void clear(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    open(root);
    try (var all = Files.walk(root)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void open(Path root) throws IOException {
    var all = PosixFilePermissions.fromString("rwx------");
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.setPosixFilePermissions(folder, all);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
