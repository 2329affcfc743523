package org.bulbil.atlas.api.v1;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bulbil.atlas.query.Index;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.web.Answer;
import org.bulbil.atlas.web.Ask;
import org.bulbil.core.time.Time;

/** The newest gifts to all addresses, or to one. */
final class GiftList {

  private static final String LIMIT = "100";
  private static final int LIMIT_MAX = 1_000;
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9]{14,90}");
  private static final JsonType<Answers.Gifts> JSON = Jsonb.instance().type(Answers.Gifts.class);

  private final Supplier<Index> indexes;
  private final Store store;
  private final Time time;

  GiftList(Supplier<Index> indexes, Store store, Time time) {
    this.indexes = indexes;
    this.store = store;
    this.time = time;
  }

  Answer answer(Ask ask) {
    var address = ask.parameter("address");
    var limit = ask.parameter("limit").orElse(LIMIT);
    if (address.isPresent() && !ADDRESS.matcher(address.get()).matches()) {
      return Reply.refused("address must be a bitcoin address");
    }
    if (!COUNT.matcher(limit).matches()) {
      return Reply.refused("limit must be a whole number of at most 6 digits");
    }
    var gifts = store.gifts(address, Math.min(Integer.parseInt(limit), LIMIT_MAX));
    var data = DataMessage.of(indexes.get().snapshot(), time.now());
    return Reply.json(
        JSON.toJsonBytes(new Answers.Gifts(data, gifts.stream().map(GiftMessage::of).toList())),
        Reply.MINUTE);
  }
}
