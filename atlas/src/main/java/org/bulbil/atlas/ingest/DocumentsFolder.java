package org.bulbil.atlas.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bulbil.atlas.store.Store;
import org.bulbil.core.outcome.Outcome;

/**
 * A folder with documents of Onionoo's protocol, or one such file: plain, or packed by gzip or xz.
 * Files that are no such documents are named and passed over. It is read again when it has changed.
 */
public final class DocumentsFolder implements Source {

  /** A look costs little, but is an update: it is told among the sources. */
  private static final Duration INTERVAL = Duration.ofMinutes(5);

  /** In a folder; more are most likely not meant. */
  private static final int FILES_MAX = 1_000;

  private final Path folder;
  private Optional<Map<Path, Version>> read = Optional.empty();

  /** What tells that a file is another one than before. */
  private record Version(long bytes, FileTime changed) {}

  public DocumentsFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "documents in " + folder;
  }

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public Outcome<Told> bringUpToDate(Store store) {
    try {
      var files = files();
      if (read.equals(Optional.of(files))) {
        return Outcome.done(Told.nothingNew());
      }
      var told = bring(files.keySet().stream().sorted().toList(), store);
      if (told instanceof Outcome.Done<Told>) {
        read = Optional.of(files);
      }
      return told;
    } catch (IOException e) {
      return Outcome.unknown("cannot read " + folder + ": " + e);
    }
  }

  private Map<Path, Version> files() throws IOException {
    try (Stream<Path> found = Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
      var files = new HashMap<Path, Version>();
      for (var file : found.filter(DocumentsFolder::isMeant).limit(FILES_MAX).toList()) {
        files.put(file, new Version(Files.size(file), Files.getLastModifiedTime(file)));
      }
      return files;
    }
  }

  private static boolean isMeant(Path file) {
    return !Files.isDirectory(file) && !file.getFileName().toString().startsWith(".");
  }

  private static Outcome<Told> bring(List<Path> files, Store store) {
    var tally = new Tally();
    var documents = new ArrayList<Document>();
    for (var file : files) {
      look(file, documents, tally);
    }
    var bringing = new Documents(store, tally);
    bringing.bring(documents);
    if (bringing.published().isEmpty()) {
      return Outcome.refused(
          tally.remarks().isEmpty()
              ? "there are no documents of Onionoo's protocol in it"
              : String.join("; ", tally.remarks()),
          0);
    }
    return Outcome.done(new Told(bringing.published(), tally.counts(), tally.remarks()));
  }

  /** A file whose name says that it is a document must be one; others may be anything. */
  private static void look(Path file, List<Document> documents, Tally tally) {
    var name = file.getFileName().toString();
    try {
      documents.add(Document.look(name, file));
    } catch (IOException e) {
      var rule = e instanceof BadDocument ? e.getMessage() : "cannot be read: " + e.getMessage();
      if (Kind.named(name).isPresent()) {
        tally.refused(name, String.valueOf(rule));
      } else {
        tally.remark(name + " is passed over: it " + rule);
      }
    }
  }
}
