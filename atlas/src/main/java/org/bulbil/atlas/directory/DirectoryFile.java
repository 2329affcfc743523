package org.bulbil.atlas.directory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.bulbil.atlas.document.Timestamp;
import org.tukaani.xz.XZInputStream;

/**
 * A file with directory documents: what it holds is told by how it begins.
 *
 * @param path plain, or ending with .gz or .xz
 */
record DirectoryFile(Path path) {

  /** More than any file of CollecTor's recent folders when it is unpacked, by three times. */
  static final int BYTES_MAX = 32 << 20;

  /** As a month of consensuses with their descriptors. */
  static final int FILES_MAX = 20_000;

  /** Folders in folders: year, month, day, kind, and room. */
  private static final int DEPTH_MAX = 8;

  /** What an unpacker of .xz may take, in kB: CollecTor packs with the usual 8 MB window. */
  private static final int UNPACKER_MAX = 64 << 10;

  static final int REMARKS_MAX = 10;

  private static final int HEAD = 4_000;
  private static final Pattern VALID_AFTER =
      Pattern.compile("\nvalid-after (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d)\n");

  /** What a file holds. */
  enum Kind {
    CONSENSUS("@type network-status-consensus-3", "network-status-version 3"),
    DESCRIPTORS("@type server-descriptor", "router "),
    EXTRA_INFOS("@type extra-info ", "extra-info ");

    private final String annotation;
    private final String keyword;

    Kind(String annotation, String keyword) {
      this.annotation = annotation;
      this.keyword = keyword;
    }

    private static Optional<Kind> of(String head) {
      for (var kind : values()) {
        if (head.startsWith(kind.annotation) || head.startsWith(kind.keyword)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /** All files below {@code folder}, in the order of their names; links are not followed. */
  static List<DirectoryFile> in(Path folder) throws IOException {
    try (var found = Files.walk(folder, DEPTH_MAX)) {
      return found
          .filter(Files::isRegularFile)
          .limit(FILES_MAX)
          .sorted()
          .map(DirectoryFile::new)
          .toList();
    }
  }

  /**
   * Empty where it is something else.
   *
   * @param remarks hears why a file cannot be read
   */
  Optional<Kind> kind(Consumer<String> remarks) {
    return read(HEAD, remarks).flatMap(Kind::of);
  }

  /** Of a consensus. */
  Optional<Instant> validAfter() {
    return read(HEAD, _ -> {})
        .map(VALID_AFTER::matcher)
        .filter(found -> found.find())
        .flatMap(found -> Timestamp.read(found.group(1)));
  }

  /** The whole, as Latin-1; empty where it cannot be read or is too large. */
  Optional<String> text(Consumer<String> remarks) {
    var text = read(BYTES_MAX + 1, remarks);
    if (text.filter(it -> it.length() > BYTES_MAX).isPresent()) {
      remarks.accept(path.getFileName() + " has more than " + (BYTES_MAX >> 20) + " MiB");
      return Optional.empty();
    }
    return text;
  }

  private Optional<String> read(int bytes, Consumer<String> remarks) {
    try (var in = open()) {
      return Optional.of(new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      remarks.accept(path.getFileName() + " cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  private InputStream open() throws IOException {
    var raw = new BufferedInputStream(Files.newInputStream(path));
    var name = path.toString();
    try {
      if (name.endsWith(".xz")) {
        return new XZInputStream(raw, UNPACKER_MAX);
      }
      return name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }
}
