package org.bulbil.atlas.api.v1;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.Optional;
import java.util.function.Supplier;
import org.bulbil.atlas.query.Index;
import org.bulbil.atlas.web.Answer;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Fingerprint;

/** All who say that they are relays of ours, and how far that can be believed. */
final class LineagePage {

  private static final JsonType<Answers.Lineage> JSON =
      Jsonb.instance().type(Answers.Lineage.class);

  private final Supplier<Index> indexes;
  private final Time time;

  LineagePage(Supplier<Index> indexes, Time time) {
    this.indexes = indexes;
    this.time = time;
  }

  Answer answer() {
    var index = indexes.get();
    var descent = index.descent();
    var relays =
        descent.all().stream()
            .flatMap(relay -> Optional.ofNullable(LineageMessage.of(relay, descent)).stream())
            .toList();
    var roots = descent.roots().stream().map(relay -> relay.fingerprint().value()).toList();
    var absent = descent.absent().stream().map(Fingerprint::value).toList();
    var data = DataMessage.of(index.snapshot(), time.now());
    return Reply.json(
        JSON.toJsonBytes(new Answers.Lineage(data, relays, roots, absent)), Reply.MINUTE);
  }
}
