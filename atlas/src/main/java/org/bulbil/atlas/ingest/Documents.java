package org.bulbil.atlas.ingest;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.store.Update;

/**
 * Brings documents of the protocol into a store: those of details and summaries together in one
 * update, those of histories in one each. A document that breaks a rule changes nothing.
 */
final class Documents {

  /** Summaries first: where there are details too, these count. */
  private static final Comparator<Document> NETWORK_ORDER =
      Comparator.comparing(Document::kind).thenComparing(document -> document.head().published());

  private final Store store;
  private final Tally tally;
  private Optional<Instant> published = Optional.empty();

  Documents(Store store, Tally tally) {
    this.store = store;
    this.tally = tally;
  }

  /** Something that a document is done with. */
  private interface Work {
    void with(Tally.Skipped skipped) throws IOException;
  }

  /** Something to be written in the same update. */
  interface More {
    void write(Update update);
  }

  /** Of what moment the newest documents are. */
  Optional<Instant> published() {
    return published;
  }

  void bring(Collection<Document> documents) {
    network(documents.stream().filter(one -> one.kind().chronicle().isEmpty()).toList(), _ -> {});
    documents.stream()
        .filter(one -> one.kind().chronicle().isPresent())
        .sorted(Document.BY_WORTH)
        .forEach(one -> histories(one, _ -> {}));
  }

  /** One document, and what else is to be known when it is. */
  void bring(Document document, More more) {
    if (document.kind().chronicle().isPresent()) {
      histories(document, more);
    } else {
      network(List.of(document), more);
    }
  }

  private void network(Collection<Document> documents, More more) {
    var network = new NetworkReading();
    documents.stream()
        .sorted(NETWORK_ORDER)
        .forEach(document -> reading(document, skipped -> network.add(document, skipped)));
    if (network.published().isPresent()) {
      try (var update = store.update()) {
        network.write(update, tally);
        more.write(update);
        update.publish();
      }
      published = network.published();
    }
  }

  private void histories(Document document, More more) {
    var chronicle = document.kind().chronicle().orElseThrow();
    reading(
        document,
        skipped -> {
          try (var update = store.update()) {
            long count = HistoryReading.write(document, chronicle, update, skipped);
            more.write(update);
            update.publish();
            tally.count("histories", count);
          }
          published = published.or(() -> Optional.of(document.head().published()));
        });
  }

  private void reading(Document document, Work work) {
    var skipped = tally.new Skipped(document.name());
    try {
      work.with(skipped);
      tally.count("bytes", document.bytes());
      skipped.tell();
    } catch (BadDocument e) {
      tally.refused(document.name(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      tally.refused(document.name(), "cannot be read: " + e.getMessage());
    }
  }
}
