package org.bulbil.cli.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * A folder as a compressed tar file that depends on nothing but its contents: sorted, owned by
 * root, of one time, with two kinds of modes.
 */
final class Archive {

  private static final int BUFFER_BYTES = 64 << 10;
  private static final int EXECUTABLE = 0755;
  private static final int PLAIN = 0644;

  private Archive() {}

  /**
   * Writes everything below {@code folder} to {@code file}.
   *
   * @param prefix put before every name
   */
  static void write(Path folder, String prefix, Path file) throws IOException {
    try (var found = Files.walk(folder);
        var out = gzip(file);
        var tar =
            new TarArchiveOutputStream(new BufferedOutputStream(out, BUFFER_BYTES), "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      for (var path : found.filter(p -> !p.equals(folder)).sorted().toList()) {
        add(path, prefix + folder.relativize(path), tar);
      }
    }
  }

  /** Compresses as well as it can, with a header that holds no time and no name. */
  static OutputStream gzip(Path file) throws IOException {
    return new BestGzip(Files.newOutputStream(file));
  }

  private static void add(Path path, String name, TarArchiveOutputStream tar) throws IOException {
    if (Files.isSymbolicLink(path)) {
      var link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      link.setLinkName(Files.readSymbolicLink(path).toString());
      link.setMode(0777);
      put(link, tar);
    } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      var entry = new TarArchiveEntry(name + "/");
      entry.setMode(EXECUTABLE);
      put(entry, tar);
    } else {
      var entry = new TarArchiveEntry(name);
      entry.setMode(Files.isExecutable(path) ? EXECUTABLE : PLAIN);
      entry.setSize(Files.size(path));
      put(entry, tar);
      Files.copy(path, tar);
    }
    tar.closeArchiveEntry();
  }

  private static void put(TarArchiveEntry entry, TarArchiveOutputStream tar) throws IOException {
    entry.setModTime(Date.from(AgentJars.TIME.toInstant(ZoneOffset.UTC)));
    entry.setIds(0, 0);
    entry.setNames("root", "root");
    tar.putArchiveEntry(entry);
  }

  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(OutputStream out) throws IOException {
      super(out, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
