package org.bulbil.atlas.api.v1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bulbil.atlas.query.Index;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.web.Answer;
import org.bulbil.atlas.web.Ask;
import org.bulbil.atlas.web.Room;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Fingerprint;

/** Our own protocol: relays with their money, lineage, gifts, and its own description. */
public final class V1Room implements Room {

  static final String RELAYS = "/v1/relays";

  private static final Pattern ONE = Pattern.compile(RELAYS + "/(\\$?[0-9a-fA-F]{40})");

  /** Seconds: it changes with the program. */
  private static final int DESCRIPTION_LASTS = 3_600;

  private final RelayPages relays;
  private final LineagePage lineage;
  private final GiftList gifts;
  private final byte[] description;

  /**
   * A room that answers from memory, but for gifts.
   *
   * @param indexes the index that is in force
   * @param store of gifts
   */
  public V1Room(Supplier<Index> indexes, Store store, Time time) {
    this.relays = new RelayPages(indexes, store, time);
    this.lineage = new LineagePage(indexes, time);
    this.gifts = new GiftList(indexes, store, time);
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
      return Reply.only(ask, Set.of(), () -> relays.one(Fingerprint.parse(one.group(1))));
    }
    return switch (ask.path()) {
      case RELAYS -> relays.list(ask);
      case "/v1/lineage" -> Reply.only(ask, Set.of(), lineage::answer);
      case "/v1/gifts" -> Reply.only(ask, Set.of("address", "limit"), () -> gifts.answer(ask));
      case "/v1/openapi.json" ->
          Reply.only(ask, Set.of(), () -> Reply.json(description, DESCRIPTION_LASTS));
      default -> Reply.missing("there are relays, lineage, gifts and openapi.json");
    };
  }
}
