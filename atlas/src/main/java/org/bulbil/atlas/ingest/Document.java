package org.bulbil.atlas.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A document of Onionoo's protocol in a file, packed or not.
 *
 * @param name for people
 */
record Document(String name, Path file, Kind kind, Head head) {

  /**
   * The order in which documents of histories are written, each over the former ones: by age, and
   * first those that have none of the usual series, such as of advertised bandwidth alone.
   */
  static final Comparator<Document> BY_WORTH =
      Comparator.<Document, Boolean>comparing(document -> document.head().has(document.kind()))
          .thenComparing(document -> document.head().published());

  /**
   * Looks what is in a file. Its name says of what kind it is, or else its first relay or bridge.
   *
   * @throws BadDocument where it is none that can be read
   */
  static Document look(String name, Path file) throws IOException {
    Head head;
    try (var plain = Unpacked.of(Files.newInputStream(file), Kind.HISTORIES_BYTES_MAX)) {
      head = Head.read(plain);
    }
    var kind =
        Kind.named(name)
            .or(() -> Kind.with(head.fields()))
            .orElseThrow(() -> new BadDocument("is of no kind that this program knows"));
    return new Document(name, file, kind, head);
  }

  /**
   * Reads it all.
   *
   * @throws BadDocument with the rule that it breaks
   */
  void read(Pieces.Listener listener) throws IOException {
    try (var plain = Unpacked.of(Files.newInputStream(file), kind.bytesMax())) {
      new Pieces(plain, listener).read();
    }
  }

  /** As it lies on the disk. */
  long bytes() throws IOException {
    return Files.size(file);
  }
}
