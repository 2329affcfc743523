package org.bulbil.atlas.ingest;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.store.Update;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.wire.Http;
import org.bulbil.wire.Reply;
import org.bulbil.wire.Request;

/**
 * A server that speaks Onionoo's protocol. It is asked politely: one document at a time, with a
 * pause between, packed, and only for what has changed since the last time.
 */
public final class OnionooServer implements Source {

  /** Tor's own. */
  public static final URI LIVE = URI.create("https://onionoo.torproject.org/");

  /** As often as there is a new consensus. */
  private static final Duration INTERVAL = Duration.ofHours(1);

  /** Between two documents. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** Packed, four times the largest; at 150 kB a second. */
  public static final Http.Limits LIMITS = new Http.Limits(Duration.ofMinutes(10), 100_000_000);

  private static final List<Kind> ASKED =
      List.of(Kind.DETAILS, Kind.UPTIME, Kind.BANDWIDTH, Kind.WEIGHTS, Kind.CLIENTS);

  private static final int NOT_MODIFIED = 304;

  /** Of a date in HTTP; the usual form has 29 characters. */
  private static final int MOMENT_LENGTH_MAX = 40;

  private final URI base;
  private final Http http;
  private final Time time;
  private final List<Kind> asked;

  /**
   * @param base of the documents, such as {@link #LIVE}
   * @param http with {@link #LIMITS} or narrower ones
   */
  public OnionooServer(URI base, Http http, Time time) {
    this(base, http, time, ASKED);
  }

  private OnionooServer(URI base, Http http, Time time, List<Kind> asked) {
    this.base = base.getPath().endsWith("/") ? base : URI.create(base + "/");
    this.http = http;
    this.time = time;
    this.asked = List.copyOf(asked);
  }

  /** The same server, asked for details and these histories only. */
  public OnionooServer onlyWith(Set<Chronicle> histories) {
    var fewer =
        asked.stream()
            .filter(kind -> kind.chronicle().map(histories::contains).orElse(true))
            .toList();
    return new OnionooServer(base, http, time, fewer);
  }

  @Override
  public String name() {
    return "onionoo " + Optional.ofNullable(base.getHost()).orElse("");
  }

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  /**
   * {@inheritDoc} Where one document cannot be had, the others are brought; the outcome is that of
   * the details, and the others are remarked upon.
   */
  @Override
  public Outcome<Told> bringUpToDate(Store store) throws InterruptedException {
    var tally = new Tally();
    Optional<Instant> published = Optional.empty();
    var failures = new EnumMap<Kind, Outcome<Told>>(Kind.class);
    for (var kind : asked) {
      if (kind != asked.getFirst()) {
        time.pause(PAUSE);
      }
      var told = bring(kind, store, tally);
      if (told instanceof Outcome.Done<Optional<Instant>>(Optional<Instant> moment)) {
        published = published.or(() -> moment);
      } else {
        tally.remark(kind + ": " + told.summary());
        failures.put(kind, told.map(_ -> Told.nothingNew()));
      }
    }
    return Objects.requireNonNullElse(
        failures.get(Kind.DETAILS),
        Outcome.done(new Told(published, tally.counts(), tally.remarks())));
  }

  /** Of what moment it is; empty where there is nothing new. */
  private Outcome<Optional<Instant>> bring(Kind kind, Store store, Tally tally) {
    try {
      var file = Files.createTempFile("atlas-" + kind, null);
      try {
        return ask(kind, store, file).flatMap(reply -> bring(kind, reply, file, store, tally));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      return Outcome.unknown("cannot keep the answer for a moment: " + e);
    }
  }

  private Outcome<Reply> ask(Kind kind, Store store, Path file) {
    var request =
        Request.of("GET", base.resolve(kind.toString())).withHeader("Accept-Encoding", "gzip");
    var former = store.memory(key(kind)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    return http.download(
        former.map(moment -> request.withHeader("If-Modified-Since", moment)).orElse(request),
        file);
  }

  private String key(Kind kind) {
    return "onionoo " + kind + " " + Integer.toHexString(base.hashCode());
  }

  private Outcome<Optional<Instant>> bring(
      Kind kind, Reply reply, Path file, Store store, Tally tally) {
    if (reply.status() == NOT_MODIFIED) {
      return Outcome.done(Optional.empty());
    }
    if (!reply.isSuccess()) {
      return Outcome.refused("the server answered " + reply.status(), reply.status());
    }
    try {
      var documents = new Documents(store, tally);
      documents.bring(
          Document.look(kind.toString(), file), update -> remember(kind, reply, update));
      return documents.published().isPresent()
          ? Outcome.done(documents.published())
          : Outcome.refused(tally.remarks().getLast(), 0);
    } catch (IOException e) {
      return Outcome.refused("the answer " + e.getMessage(), 0);
    }
  }

  private void remember(Kind kind, Reply reply, Update update) {
    reply
        .headers()
        .firstValue("Last-Modified")
        .filter(moment -> moment.length() <= MOMENT_LENGTH_MAX)
        .ifPresent(
            moment -> update.remember(key(kind), moment.getBytes(StandardCharsets.US_ASCII)));
  }
}
