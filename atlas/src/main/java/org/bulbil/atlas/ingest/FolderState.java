package org.bulbil.atlas.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Which files are in a folder, and what tells each from another one of its name. */
record FolderState(SortedMap<Path, Version> versions) {

  /** In a folder; more are most likely not meant. */
  private static final int FILES_MAX = 1_000;

  /** Of a file. */
  record Version(long bytes, FileTime changed) {}

  /** Of a folder, without what is below it or hidden, or of a single file. */
  static FolderState of(Path folder) throws IOException {
    try (Stream<Path> found = Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
      var versions = new TreeMap<Path, Version>();
      for (var file : found.filter(FolderState::isMeant).limit(FILES_MAX).toList()) {
        versions.put(file, new Version(Files.size(file), Files.getLastModifiedTime(file)));
      }
      return new FolderState(versions);
    }
  }

  private static boolean isMeant(Path file) {
    return !Files.isDirectory(file) && !file.getFileName().toString().startsWith(".");
  }

  List<Path> files() {
    return List.copyOf(versions.keySet());
  }

  /** By which the same state is known again, also by another run of this program. */
  byte[] name() {
    var text = new StringBuilder();
    versions.forEach(
        (file, version) -> text.append(file.toAbsolutePath()).append(' ').append(version));
    return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8))
        .toString()
        .getBytes(StandardCharsets.US_ASCII);
  }
}
