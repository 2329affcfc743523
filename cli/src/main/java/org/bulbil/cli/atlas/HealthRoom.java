package org.bulbil.cli.atlas;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.web.Answer;
import org.bulbil.atlas.web.Ask;
import org.bulbil.atlas.web.Room;

/** {@code /healthz}, as long as no other room has it. */
record HealthRoom(Supplier<Snapshot> snapshots) implements Room {

  @Override
  public Optional<Answer> answer(Ask ask) {
    return ask.path().equals("/healthz") ? Optional.of(healthy()) : Optional.empty();
  }

  private Answer healthy() {
    var snapshot = snapshots.get();
    var words =
        "update %d: %d relays as of %s\n"
            .formatted(snapshot.number(), snapshot.relays().size(), snapshot.relaysPublished());
    return new Answer(
        200,
        Map.of("Content-Type", "text/plain; charset=utf-8"),
        words.getBytes(StandardCharsets.UTF_8));
  }
}
