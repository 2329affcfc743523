package org.bulbil.atlas.ingest;

import java.io.IOException;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.history.HistoryDocument;
import org.bulbil.atlas.store.Update;
import org.bulbil.core.outcome.Outcome;

/** Writes a document's histories into an update, as they were told. */
final class HistoryReading extends NodeListener {

  private final Chronicle chronicle;
  private final Update update;
  private long count;

  private HistoryReading(Chronicle chronicle, Update update, Tally.Skipped skipped) {
    super(skipped);
    this.chronicle = chronicle;
    this.update = update;
  }

  /**
   * Writes all of them.
   *
   * @return how many
   * @throws BadDocument where it breaks a rule as a whole; the update is not to be published then
   */
  static long write(Document document, Chronicle chronicle, Update update, Tally.Skipped skipped)
      throws IOException {
    var reading = new HistoryReading(chronicle, update, skipped);
    document.read(reading);
    return reading.count;
  }

  @Override
  void take(Pieces.Group group, byte[] json) {
    var node = node(HistoryDocument.read(json), json);
    NodeReader.checkFingerprint(node);
    update.document(node, chronicle, json);
    count++;
  }

  private static String node(Outcome<HistoryDocument> read, byte[] json) {
    return switch (read) {
      case Outcome.Done<HistoryDocument>(HistoryDocument document) -> {
        if (document.series().isEmpty()) {
          throw new IllegalArgumentException("it has no history");
        }
        checkPlain(json);
        yield document.node();
      }
      case Outcome.Refused<HistoryDocument>(String why, _) ->
          throw new IllegalArgumentException(why);
      case Outcome.Unknown<HistoryDocument>(String why) -> throw new IllegalArgumentException(why);
    };
  }

  /** It is sent as it is, so it may hold no bytes that are no text. */
  private static void checkPlain(byte[] json) {
    for (byte one : json) {
      if (one < 0) {
        throw new IllegalArgumentException("it holds other characters than ASCII");
      }
    }
  }
}
