package org.bulbil.agent.site;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.bulbil.agent.site.FolderList.Stamp;
import org.bulbil.agent.site.FolderList.Unfit;
import org.bulbil.core.outcome.Outcome;

/**
 * Makes an archive of a folder: files in the order of their paths, of one time, not compressed,
 * without folders of their own. Two folders with the same files give the same bytes.
 */
public final class Packing {

  /** Of every entry: some time has to stand there. */
  static final LocalDateTime TIME = LocalDateTime.of(2020, 1, 1, 0, 0);

  /** What a visitor of the name sees first. */
  private static final SitePath FIRST_PAGE = new SitePath("index.html");

  private static final int CHUNK_BYTES = 64 << 10;

  private Packing() {}

  /**
   * Packs {@code folder} into {@code archive}, which is then there whole or not at all. Refused
   * with what to do where the folder cannot be a site: it is empty, has no first page, is too
   * large, has a link that leads out of it, or changes while it is read.
   */
  public static Outcome<Content> pack(Path folder, Path archive) {
    var fresh = archive.resolveSibling(archive.getFileName() + ".new");
    try {
      return packed(folder, archive, fresh);
    } catch (NotDirectoryException e) {
      return Outcome.refused(folder + " is not a folder", 0);
    } catch (Unfit e) {
      return Outcome.refused(String.valueOf(e.getMessage()), 0);
    } catch (NoSuchFileException | ZipException e) {
      return Outcome.refused(changed(folder, String.valueOf(e.getMessage())), 0);
    } catch (IOException e) {
      return Outcome.unknown("the disk: " + e);
    } finally {
      var _ = fresh.toFile().delete();
    }
  }

  private static Outcome<Content> packed(Path folder, Path archive, Path fresh) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    var files = FolderList.of(folder);
    check(folder, files);
    write(folder, files, fresh);
    if (!FolderList.of(folder).equals(files)) {
      return Outcome.refused(changed(folder, "a file is new, gone or written to"), 0);
    }
    Files.move(fresh, archive, StandardCopyOption.ATOMIC_MOVE);
    return Outcome.done(Content.of(archive));
  }

  private static String changed(Path folder, String what) {
    return "%s changes while it is read (%s): try again when nobody writes to it"
        .formatted(folder, what);
  }

  private static void check(Path folder, SortedMap<SitePath, Stamp> files) throws Unfit {
    if (files.isEmpty()) {
      throw new Unfit(folder + " is empty: a site has at least " + FIRST_PAGE);
    }
    if (!files.containsKey(FIRST_PAGE)) {
      throw new Unfit(folder + " has no " + FIRST_PAGE + ", which visitors see first");
    }
    long bytes = files.values().stream().mapToLong(Stamp::size).sum();
    if (bytes > Content.BYTES_MAX - archiveOverhead(files)) {
      throw new Unfit(
          "%s has %d MiB, and a site has %d MiB at most"
              .formatted(folder, bytes >> 20, Content.BYTES_MAX >> 20));
    }
  }

  /** What a zip adds for names and checksums: under 100 bytes and twice the name, for each file. */
  private static long archiveOverhead(SortedMap<SitePath, Stamp> files) {
    return files.keySet().stream().mapToLong(path -> 100 + 8L * path.value().length()).sum();
  }

  private static void write(Path folder, SortedMap<SitePath, Stamp> files, Path target)
      throws IOException {
    try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
      zip.setMethod(ZipOutputStream.STORED);
      for (var file : files.entrySet()) {
        add(zip, folder.resolve(file.getKey().value()), file.getKey(), file.getValue().size());
      }
    }
  }

  /**
   * Reads it twice, since a zip says the checksum first; a difference is a {@link ZipException}.
   */
  private static void add(ZipOutputStream zip, Path file, SitePath path, long size)
      throws IOException {
    var entry = new ZipEntry(path.value());
    entry.setTimeLocal(TIME);
    entry.setSize(size);
    entry.setCompressedSize(size);
    entry.setCrc(checksum(file));
    zip.putNextEntry(entry);
    try (var content = Files.newInputStream(file)) {
      content.transferTo(zip);
    }
    zip.closeEntry();
  }

  private static long checksum(Path file) throws IOException {
    var sum = new CRC32();
    var chunk = new byte[CHUNK_BYTES];
    try (var content = Files.newInputStream(file)) {
      for (int count = 0; count >= 0; count = content.read(chunk)) {
        sum.update(chunk, 0, count);
      }
    }
    return sum.getValue();
  }
}
