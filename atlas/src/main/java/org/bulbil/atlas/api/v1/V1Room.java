package org.bulbil.atlas.api.v1;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bulbil.atlas.network.Descent;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.query.Criterion;
import org.bulbil.atlas.query.Criterion.Kind;
import org.bulbil.atlas.query.Index;
import org.bulbil.atlas.query.Query;
import org.bulbil.atlas.query.Selection;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.web.Answer;
import org.bulbil.atlas.web.Ask;
import org.bulbil.atlas.web.Problem;
import org.bulbil.atlas.web.Room;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Fingerprint;

/** Our own protocol: relays with their money, lineage, gifts, and its own description. */
public final class V1Room implements Room {

  static final String RELAYS = "/v1/relays";
  static final String LINEAGE = "/v1/lineage";
  static final String GIFTS = "/v1/gifts";
  static final String DESCRIPTION = "/v1/openapi.json";

  /** Relays of a page where nobody says how many. */
  static final int LIMIT = 100;

  static final int LIMIT_MAX = 1_000;

  /** Gifts that are told of one relay. */
  private static final int GIFTS_OF_RELAY = 100;

  private static final Pattern ONE = Pattern.compile("/v1/relays/\\$?([0-9a-fA-F]{40})");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9]{14,90}");

  private static final Jsonb JSON = Jsonb.instance();
  private static final JsonType<Answers.Relays> RELAYS_JSON = JSON.type(Answers.Relays.class);
  private static final JsonType<Answers.OneRelay> RELAY_JSON = JSON.type(Answers.OneRelay.class);
  private static final JsonType<Answers.Lineage> LINEAGE_JSON = JSON.type(Answers.Lineage.class);
  private static final JsonType<Answers.Gifts> GIFTS_JSON = JSON.type(Answers.Gifts.class);

  private final Supplier<Index> indexes;
  private final Store store;
  private final Time time;
  private final byte[] description;

  public V1Room(Supplier<Index> indexes, Store store, Time time) {
    this.indexes = indexes;
    this.store = store;
    this.time = time;
    this.description = resource();
  }

  private static byte[] resource() {
    try (var in = V1Room.class.getResourceAsStream("openapi.json")) {
      return Objects.requireNonNull(in, "openapi.json").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the program is incomplete", e);
    }
  }

  @Override
  public Optional<Answer> answer(Ask ask) {
    return ask.path().equals("/v1") || ask.path().startsWith("/v1/")
        ? Optional.of(known(ask).with("Access-Control-Allow-Origin", "*"))
        : Optional.empty();
  }

  private Answer known(Ask ask) {
    var one = ONE.matcher(ask.path());
    if (one.matches()) {
      return only(ask, Set.of(), () -> relay(Fingerprint.parse(one.group(1))));
    }
    return switch (ask.path()) {
      case RELAYS -> relays(ask);
      case LINEAGE -> only(ask, Set.of(), this::lineage);
      case GIFTS -> only(ask, Set.of("address", "limit"), () -> gifts(ask));
      case DESCRIPTION -> only(ask, Set.of(), () -> json(description, 3600));
      default ->
          Problem.answer(404, "Not Found", "there are relays, lineage, gifts and openapi.json");
    };
  }

  private static Answer only(Ask ask, Set<String> known, Supplier<Answer> answer) {
    var unknown = new HashSet<>(ask.parameters().keySet());
    unknown.removeAll(known);
    return unknown.isEmpty()
        ? answer.get()
        : refused("a parameter must be one of " + known + ", not " + unknown);
  }

  private Answer relays(Ask ask) {
    return switch (Query.read(ask.parameters())) {
      case Outcome.Done<Query>(var query) -> relays(ask, query);
      case Outcome.Refused<Query>(var why, _) -> refused(why);
      case Outcome.Unknown<Query>(var why) -> refused(why);
    };
  }

  private Answer relays(Ask ask, Query asked) {
    if (asked.fields().isPresent()) {
      return refused("fields is a parameter of /details alone");
    }
    int limit = Math.min(asked.limit().orElse(LIMIT), LIMIT_MAX);
    var query =
        new Query(
            asked.and(new Criterion.OfKind(Kind.RELAY)).criteria(),
            asked.order(),
            asked.offset(),
            OptionalInt.of(limit),
            Optional.empty());
    var index = indexes.get();
    var selection = index.select(query, time.now());
    return json(RELAYS_JSON.toJsonBytes(page(ask, query, selection, index.descent())), 60);
  }

  private Answers.Relays page(Ask ask, Query query, Selection selection, Descent descent) {
    var snapshot = selection.snapshot();
    int end = query.offset() + selection.relayPositions().length;
    boolean isLast = end >= selection.relaysMatching() || selection.relayPositions().length == 0;
    return new Answers.Relays(
        DataMessage.of(snapshot, time.now()),
        selection.relaysMatching(),
        selection.relays().stream().map(one -> RelayMessage.of(one, snapshot, descent)).toList(),
        isLast ? null : next(ask, end));
  }

  private static String next(Ask ask, int offset) {
    var parameters = new LinkedHashMap<String, String>();
    ask.parameters().forEach((name, values) -> parameters.put(name, values.getFirst()));
    parameters.put("offset", Integer.toString(offset));
    return parameters.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", RELAYS + "?", ""));
  }

  private Answer relay(Fingerprint fingerprint) {
    var index = indexes.get();
    var snapshot = index.snapshot();
    return snapshot
        .relay(fingerprint)
        .map(
            relay ->
                json(
                    RELAY_JSON.toJsonBytes(
                        new Answers.OneRelay(
                            DataMessage.of(snapshot, time.now()),
                            RelayMessage.of(relay, snapshot, index.descent()),
                            gifts(relay))),
                    60))
        .orElseGet(
            () ->
                Problem.answer(
                    404, "Not Found", "no relay of that fingerprint ran in the last week"));
  }

  private List<GiftMessage> gifts(Relay relay) {
    var gifts = new ArrayList<GiftMessage>();
    relay.addresses().stream()
        .flatMap(address -> store.gifts(Optional.of(address.text()), GIFTS_OF_RELAY).stream())
        .map(GiftMessage::of)
        .forEach(gifts::add);
    return gifts;
  }

  private Answer lineage() {
    var index = indexes.get();
    var snapshot = index.snapshot();
    var descent = index.descent();
    var relays = new ArrayList<LineageMessage>();
    for (var relay : descent.all()) {
      var message = LineageMessage.of(relay, descent);
      if (message != null) {
        relays.add(message);
      }
    }
    var roots = descent.roots().stream().map(relay -> relay.fingerprint().value()).toList();
    var absent = descent.absent().stream().map(Fingerprint::value).toList();
    return json(
        LINEAGE_JSON.toJsonBytes(
            new Answers.Lineage(DataMessage.of(snapshot, time.now()), relays, roots, absent)),
        60);
  }

  private Answer gifts(Ask ask) {
    var address = ask.parameter("address");
    var limit = ask.parameter("limit").orElse(Integer.toString(LIMIT));
    if (address.isPresent() && !ADDRESS.matcher(address.get()).matches()) {
      return refused("address must be a bitcoin address");
    }
    if (!COUNT.matcher(limit).matches()) {
      return refused("limit must be a whole number of at most 6 digits");
    }
    var gifts = store.gifts(address, Math.min(Integer.parseInt(limit), LIMIT_MAX));
    return json(
        GIFTS_JSON.toJsonBytes(
            new Answers.Gifts(
                DataMessage.of(indexes.get().snapshot(), time.now()),
                gifts.stream().map(GiftMessage::of).toList())),
        60);
  }

  private static Answer refused(String why) {
    return Problem.answer(400, "Bad Request", why);
  }

  private static Answer json(byte[] body, int seconds) {
    return new Answer(
        200,
        Map.of("Content-Type", "application/json", "Cache-Control", "public, max-age=" + seconds),
        body);
  }
}
