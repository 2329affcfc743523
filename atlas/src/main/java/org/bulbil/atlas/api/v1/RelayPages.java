package org.bulbil.atlas.api.v1;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
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
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Fingerprint;

/** Relays with their money and descent: page by page, and each by itself. */
final class RelayPages {

  /** Relays of a page where nobody says how many. */
  private static final int LIMIT = 100;

  private static final int LIMIT_MAX = 1_000;

  /** Gifts that are told of each address of one relay. */
  private static final int GIFTS_MAX = 100;

  private static final JsonType<Answers.Relays> PAGE = Jsonb.instance().type(Answers.Relays.class);
  private static final JsonType<Answers.OneRelay> ONE =
      Jsonb.instance().type(Answers.OneRelay.class);

  private final Supplier<Index> indexes;
  private final Store store;
  private final Time time;

  RelayPages(Supplier<Index> indexes, Store store, Time time) {
    this.indexes = indexes;
    this.store = store;
    this.time = time;
  }

  /** Those that the parameters select, as Onionoo's do. */
  Answer list(Ask ask) {
    return switch (Query.read(ask.parameters())) {
      case Outcome.Done<Query>(var query) -> list(ask, query);
      case Outcome.Refused<Query>(var why, _) -> Reply.refused(why);
      case Outcome.Unknown<Query>(var why) -> Reply.refused(why);
    };
  }

  private Answer list(Ask ask, Query asked) {
    if (asked.fields().isPresent()) {
      return Reply.refused("fields is a parameter of /details alone");
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
    return Reply.json(PAGE.toJsonBytes(page(ask, query, selection, index.descent())), Reply.MINUTE);
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
        .collect(Collectors.joining("&", V1Room.RELAYS + "?", ""));
  }

  Answer one(Fingerprint fingerprint) {
    var index = indexes.get();
    var snapshot = index.snapshot();
    return snapshot
        .relay(fingerprint)
        .map(
            relay ->
                Reply.json(
                    ONE.toJsonBytes(
                        new Answers.OneRelay(
                            DataMessage.of(snapshot, time.now()),
                            RelayMessage.of(relay, snapshot, index.descent()),
                            gifts(relay))),
                    Reply.MINUTE))
        .orElseGet(() -> Reply.missing("no relay of that fingerprint ran in the last week"));
  }

  private List<GiftMessage> gifts(Relay relay) {
    return relay.addresses().stream()
        .flatMap(address -> store.gifts(Optional.of(address.text()), GIFTS_MAX).stream())
        .map(GiftMessage::of)
        .toList();
  }
}
