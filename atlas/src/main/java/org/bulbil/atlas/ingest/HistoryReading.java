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
    var read = read(json);
    NodeReader.checkFingerprint(read.node());
    if (!read.series().isEmpty()) { // a young relay has none yet
      checkPlain(json);
      update.document(read.node(), chronicle, json);
      count++;
    }
  }

  private static HistoryDocument read(byte[] json) {
    return switch (HistoryDocument.read(json)) {
      case Outcome.Done<HistoryDocument>(HistoryDocument document) -> document;
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
