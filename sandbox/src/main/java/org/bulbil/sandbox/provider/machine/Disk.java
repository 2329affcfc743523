package org.bulbil.sandbox.provider.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A machine's directory, which is its processes' home.
 *
 * @param home an absolute path; nobody else's
 */
record Disk(Path home) {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  Path temporary() {
    return home.resolve("tmp");
  }

  Path console() {
    return home.resolve("console.log");
  }

  Path script() {
    return home.resolve("user-data");
  }

  /** Empties it and makes the folders that a server finds at its first boot. */
  void format() throws IOException {
    wipe();
    Files.createDirectories(home);
    Files.setPosixFilePermissions(home, OWNER_ONLY);
    Files.createDirectory(temporary());
  }

  /** Deletes everything, following no link. Its processes must be dead. */
  void wipe() {
    if (!Files.exists(home)) {
      return;
    }
    try {
      Files.walkFileTree(home, new Shredder());
    } catch (IOException e) {
      throw new UncheckedIOException("the disk of a server cannot be wiped: " + home, e);
    }
  }

  private static final class Shredder extends SimpleFileVisitor<Path> {

    /** A server may have locked its folders; their owner may unlock them. */
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      Files.setPosixFilePermissions(folder, OWNER_ONLY);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
