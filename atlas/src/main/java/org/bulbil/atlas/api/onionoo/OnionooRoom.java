package org.bulbil.atlas.api.onionoo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.bulbil.atlas.document.BridgeDetails;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.query.Index;
import org.bulbil.atlas.query.Query;
import org.bulbil.atlas.query.Selection;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.web.Answer;
import org.bulbil.atlas.web.Ask;
import org.bulbil.atlas.web.Gzip;
import org.bulbil.atlas.web.Problem;
import org.bulbil.atlas.web.QueryString;
import org.bulbil.atlas.web.Room;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/**
 * Onionoo's six documents: {@code /summary}, {@code /details}, {@code /bandwidth}, {@code
 * /weights}, {@code /clients}, {@code /uptime}, also below {@code /onionoo}.
 *
 * @see <a href="https://metrics.torproject.org/onionoo.html">the protocol</a>
 */
public final class OnionooRoom implements Room {

  /** Onionoo's data are of each hour; it lets caches keep an answer until shortly before. */
  private static final Duration FRESH = Duration.ofMinutes(45);

  private static final Duration STEP = Duration.ofMinutes(5);

  /** Nodes of an answer that is made in memory, so that its length is told beforehand. */
  private static final int NODES_IN_MEMORY = 200;

  private static final DateTimeFormatter HTTP_TIME = DateTimeFormatter.RFC_1123_DATE_TIME;

  private final CurrentLibrary libraries;
  private final Store store;
  private final Time time;

  /**
   * A room that answers from memory, but for histories.
   *
   * @param indexes the index that is in force
   * @param store of histories
   */
  public OnionooRoom(Supplier<Index> indexes, Store store, Time time) {
    this(indexes, store, time, Runnable::run);
  }

  /**
   * A room that answers from memory, but for histories, and never waits for newer data.
   *
   * @param worker writes newer answers beforehand
   */
  public OnionooRoom(Supplier<Index> indexes, Store store, Time time, Executor worker) {
    this.libraries = new CurrentLibrary(indexes, time, worker);
    this.store = store;
    this.time = time;
  }

  @Override
  public Optional<Answer> answer(Ask ask) {
    var type = DocumentType.of(ask.path());
    if (type.isEmpty() && !DocumentType.isMeantBy(ask.path())) {
      return Optional.empty();
    }
    return Optional.of(
        type.map(document -> document(document, ask))
            .orElseGet(
                () -> refused("there are summary, details, bandwidth, weights, clients and uptime"))
            .with("Access-Control-Allow-Origin", "*"));
  }

  private Answer document(DocumentType type, Ask ask) {
    return switch (query(ask)) {
      case Outcome.Done<Query>(var query) -> document(type, query, ask);
      case Outcome.Refused<Query>(var why, _) -> refused(why);
      case Outcome.Unknown<Query>(var why) -> refused(why);
    };
  }

  private static Answer refused(String why) {
    return Problem.answer(400, "Bad Request", why);
  }

  /**
   * The protocol takes a plus sign in {@code search} for itself, since base64 and mailboxes have
   * it. What makes no sense so is read as a form, where it is a blank.
   */
  private static Outcome<Query> query(Ask ask) {
    var literal = new HashMap<>(ask.parameters());
    var search = QueryString.literal(ask.query()).get("search");
    if (search != null) {
      literal.put("search", search);
    }
    var query = Query.read(literal);
    return query instanceof Outcome.Done<Query> ? query : Query.read(ask.parameters());
  }

  private Answer document(DocumentType type, Query query, Ask ask) {
    var library = libraries.get();
    var whole = type.only().map(query::and).orElse(query);
    var headers = headers(library, ask);
    if (whole.equals(Query.ALL) && type.chronicle().isEmpty() && Gzip.isAcceptedBy(ask)) {
      headers.put("Content-Encoding", "gzip");
      return new Answer(200, headers, library.packed(type, () -> packed(type, library)));
    }
    var selection = library.index().select(whole, time.now());
    var envelope = envelope(type, library, selection, query);
    return count(selection) <= NODES_IN_MEMORY
        ? new Answer(200, headers, bytes(envelope))
        : new Answer(200, headers, OptionalLong.empty(), envelope::writeTo);
  }

  private static int count(Selection selection) {
    return selection.relayPositions().length + selection.bridgePositions().length;
  }

  private static byte[] bytes(Envelope envelope) {
    try {
      return envelope.bytes(count(envelope.selection()) * 2048 + 512);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  private byte[] packed(DocumentType type, Library library) {
    var selection = library.index().select(Query.ALL, time.now());
    var envelope = envelope(type, library, selection, Query.ALL);
    return Gzip.packed(envelope::writeTo);
  }

  private Envelope envelope(DocumentType type, Library library, Selection selection, Query query) {
    return switch (type) {
      case SUMMARY ->
          new Envelope(
              selection,
              (out, i) -> out.write(library.relaySummary(i)),
              (out, i) -> out.write(library.bridgeSummary(i)));
      case DETAILS -> details(library, selection, query);
      case BANDWIDTH, WEIGHTS, CLIENTS, UPTIME ->
          histories(selection, type.chronicle().orElseThrow());
    };
  }

  private static Envelope details(Library library, Selection selection, Query query) {
    if (query.fields().isEmpty()) {
      return new Envelope(
          selection,
          (out, i) -> library.relay(i).writeTo(out),
          (out, i) -> library.bridge(i).writeTo(out));
    }
    var wanted = library.wanted(query.fields().get());
    return new Envelope(
        selection,
        (out, i) -> library.relay(i).writeTo(out, wanted),
        (out, i) -> library.bridge(i).writeTo(out, wanted));
  }

  private Envelope histories(Selection selection, Chronicle chronicle) {
    var relays =
        new Histories(
            store,
            chronicle,
            selection.relays().stream().map(relay -> relay.fingerprint().value()).toList());
    var bridges =
        new Histories(
            store,
            chronicle,
            selection.bridges().stream().map(BridgeDetails::hashedFingerprint).toList());
    return new Envelope(
        selection, (out, _) -> out.write(relays.next()), (out, _) -> out.write(bridges.next()));
  }

  private Map<String, String> headers(Library library, Ask ask) {
    var snapshot = library.index().snapshot();
    var headers = new HashMap<String, String>();
    headers.put("Content-Type", "application/json;charset=utf-8");
    headers.put("Cache-Control", "public, max-age=" + lasts(library.loaded()).toSeconds());
    headers.put("Last-Modified", HTTP_TIME.format(library.loaded().atOffset(ZoneOffset.UTC)));
    headers.put("Vary", "Accept-Encoding");
    headers.put(
        "ETag",
        "W/\"%d-%d-%x\""
            .formatted(
                snapshot.number(),
                library.loaded().getEpochSecond(),
                List.of(ask.path(), ask.query()).hashCode()));
    return headers;
  }

  /** 45 minutes less the age of the data, in steps of 5 minutes, at least one. */
  private Duration lasts(Instant loaded) {
    var left = FRESH.minus(Duration.between(loaded, time.now()));
    long steps = Math.clamp(left.dividedBy(STEP), 1, FRESH.dividedBy(STEP));
    return STEP.multipliedBy(steps);
  }
}
