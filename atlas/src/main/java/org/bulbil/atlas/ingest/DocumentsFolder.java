package org.bulbil.atlas.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.store.Store;
import org.bulbil.core.outcome.Outcome;

/**
 * A folder with documents of Onionoo's protocol, or one such file: plain, or packed by gzip or xz.
 * Files that are no such documents are named and passed over. It is read again when it has changed.
 */
public final class DocumentsFolder implements Source {

  /** A look costs little, but is an update: it is told among the sources. */
  private static final Duration INTERVAL = Duration.ofMinutes(5);

  /** Of whichever folder was read last, since that is what the map shows. */
  private static final String KEY = "documents";

  private final Path folder;
  private Optional<FolderState> read = Optional.empty();
  private boolean isTrusting;

  /** A folder that is read when it is first asked. */
  public DocumentsFolder(Path folder) {
    this.folder = folder;
  }

  /** A folder that is not read where the store was last told by it and it is as it was then. */
  public static DocumentsFolder sinceLast(Path folder) {
    var source = new DocumentsFolder(folder);
    source.isTrusting = true;
    return source;
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
  public boolean isAtHand() {
    return true;
  }

  @Override
  public Outcome<Told> bringUpToDate(Store store) {
    try {
      var state = FolderState.of(folder);
      if (isKnown(state, store)) {
        return Outcome.done(Told.nothingNew());
      }
      var told = bring(state.files(), store);
      if (told instanceof Outcome.Done<Told>) {
        read = Optional.of(state);
        remember(state, store);
      }
      return told;
    } catch (IOException e) {
      return Outcome.unknown("cannot read " + folder + ": " + e);
    }
  }

  private boolean isKnown(FolderState state, Store store) {
    return read.map(state::equals).orElseGet(() -> isTrusting && isRemembered(state, store));
  }

  private static boolean isRemembered(FolderState state, Store store) {
    return store.memory(KEY).filter(name -> Arrays.equals(name, state.name())).isPresent();
  }

  private static void remember(FolderState state, Store store) {
    try (var update = store.update()) {
      update.remember(KEY, state.name());
      update.publish();
    }
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
