package org.bulbil.atlas.tip;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.store.Store;
import org.bulbil.core.contact.ContactInfo;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.wire.Http;
import org.bulbil.wire.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Which relays another Atlas has found to be proven, by its own protocol. It is that Atlas's word;
 * {@code bulbil verify} asks the relay itself.
 */
public final class ProofList {

  /** Only relays that say they are ours have proofs. */
  private static final String FIRST = "/v1/relays?contact=bulbil&limit=1000";

  /** Of a thousand relays each: a family is capped far below. */
  private static final int PAGES_MAX = 20;

  private static final Jsonb JSON = Jsonb.instance();

  private final URI base;
  private final Http http;

  /**
   * The list of a server.
   *
   * @param base of the Atlas, as of its documents
   */
  public ProofList(URI base, Http http) {
    this.base = base;
    this.http = http;
  }

  /** A page of {@code /v1/relays}, as far as proofs go. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Page(@Nullable List<Line> relays, @Nullable String next) {}

  /** A relay of it. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Line(String fingerprint, @Nullable Finances finances) {}

  /** What it says of its own status page. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Finances(String page, String read, String proof) {}

  /** Tells {@code store} of all of them; of none where the server is no Atlas. */
  public void bring(Store store) {
    var proven = new HashMap<Fingerprint, OwnPage>();
    var next = Optional.of(FIRST);
    for (int page = 0; page < PAGES_MAX && next.isPresent(); page++) {
      var told = page(next.get());
      told.map(Page::relays).ifPresent(lines -> lines.forEach(line -> take(line, store, proven)));
      next = told.map(Page::next);
    }
    try (var update = store.update()) {
      update.pages(proven);
      update.publish();
    }
  }

  private Optional<Page> page(String path) {
    return http.get(base.resolve(path)) instanceof Outcome.Done<Reply>(Reply reply)
            && reply.isSuccess()
        ? read(reply)
        : Optional.empty();
  }

  private static Optional<Page> read(Reply reply) {
    try {
      return Optional.of(JSON.type(Page.class).fromJson(reply.body()));
    } catch (RuntimeException e) {
      return Optional.empty(); // another program answers there, which knows of no proofs
    }
  }

  private static void take(Line line, Store store, Map<Fingerprint, OwnPage> proven) {
    var finances = line.finances();
    if (finances != null && finances.proof().equals("verified")) {
      store
          .snapshot()
          .relay(Fingerprint.parse(line.fingerprint()))
          .flatMap(relay -> page(relay, finances))
          .ifPresent(page -> proven.put(Fingerprint.parse(line.fingerprint()), page));
    }
  }

  /** What is proven is the address in the contact line's field, and nothing else of the page. */
  private static Optional<OwnPage> page(Relay relay, Finances finances) {
    var contact = Objects.requireNonNullElse(relay.details().contact(), "");
    try {
      return Optional.of(
          new OwnPage(
              URI.create(finances.page()),
              Instant.parse(finances.read()),
              ContactInfo.read(contact).btc(),
              new OwnPage.Proof.Verified(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              List.of()));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
