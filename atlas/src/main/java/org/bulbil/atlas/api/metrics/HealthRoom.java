package org.bulbil.atlas.api.metrics;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.network.SourceHealth;
import org.bulbil.atlas.web.Answer;
import org.bulbil.atlas.web.Ask;
import org.bulbil.atlas.web.Room;
import org.bulbil.core.time.Time;

/**
 * {@code /healthz}: whether the map answers, and how old it is. Old data are no failure, since
 * answering from them is what the map is for; a restart would not make them younger.
 */
public final class HealthRoom implements Room {

  /** A consensus is made each hour and told an hour later. */
  private static final Duration STALE = Duration.ofHours(2);

  private static final JsonType<HealthMessage> JSON = Jsonb.instance().type(HealthMessage.class);

  private final Supplier<Snapshot> snapshots;
  private final Time time;

  public HealthRoom(Supplier<Snapshot> snapshots, Time time) {
    this.snapshots = snapshots;
    this.time = time;
  }

  @Override
  public Optional<Answer> answer(Ask ask) {
    return ask.path().equals("/healthz") ? Optional.of(health()) : Optional.empty();
  }

  private Answer health() {
    try {
      return answer(200, message(snapshots.get(), time.now()));
    } catch (RuntimeException e) {
      return answer(503, HealthMessage.broken(String.valueOf(e.getMessage())));
    }
  }

  private static HealthMessage message(Snapshot snapshot, Instant now) {
    boolean isEmpty = snapshot.relays().isEmpty();
    var age = Duration.between(snapshot.relaysPublished(), now);
    return new HealthMessage(
        isEmpty ? "empty" : age.compareTo(STALE) > 0 ? "stale" : "ok",
        snapshot.relays().size(),
        isEmpty ? null : snapshot.relaysPublished().toString(),
        isEmpty ? null : age.toSeconds(),
        snapshot.sources().stream().map(HealthRoom::source).toList());
  }

  private static HealthMessage.Source source(SourceHealth source) {
    return new HealthMessage.Source(
        source.name(),
        source.succeeded().map(Instant::toString).orElse(null),
        source.published().map(Instant::toString).orElse(null),
        source.failed().map(Instant::toString).orElse(null),
        source.words().orElse(null));
  }

  private static Answer answer(int status, HealthMessage message) {
    return new Answer(
        status,
        Map.of("Content-Type", "application/json", "Cache-Control", "no-store"),
        JSON.toJsonBytes(message));
  }
}
