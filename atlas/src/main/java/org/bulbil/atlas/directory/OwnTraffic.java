package org.bulbil.atlas.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.history.HistoryWriter;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.store.Update;
import org.bulbil.tor.Fingerprint;

/**
 * What a relay says on its own page that it carried between two visits. Tor publishes its counts
 * only after a day; until then this is drawn, and never afterwards.
 *
 * @param read bytes a second, as {@code written}
 */
public record OwnTraffic(Fingerprint relay, Instant from, Instant to, double read, double written) {

  /** No server of ours carries more, in bytes a second. */
  private static final double RATE_MAX = 10e9;

  /** Longer than between two visits; what was in between is not known. */
  private static final Duration GAP_MAX = Duration.ofHours(3);

  /** What tor counts since it was started. */
  public record Counters(long uptimeSeconds, long read, long written) {

    private boolean isBefore(Counters later) {
      return uptimeSeconds <= later.uptimeSeconds
          && read <= later.read
          && written <= later.written
          && read >= 0
          && written >= 0;
    }
  }

  /** Empty where it cannot be told, as after a restart. */
  public static Optional<OwnTraffic> between(
      Fingerprint relay, Instant from, Instant to, Counters then, Counters now) {
    var span = Duration.between(from, to);
    if (span.toSeconds() < 1 || span.compareTo(GAP_MAX) > 0 || !then.isBefore(now)) {
      return Optional.empty();
    }
    double seconds = span.toMillis() / 1000.0;
    var traffic =
        new OwnTraffic(
            relay,
            Instant.ofEpochSecond(from.getEpochSecond()),
            Instant.ofEpochSecond(to.getEpochSecond()),
            (now.read - then.read) / seconds,
            (now.written - then.written) / seconds);
    return Optional.of(traffic).filter(it -> Math.max(it.read, it.written) <= RATE_MAX);
  }

  /** Adds it to what is drawn, unless tor's own counts are known. */
  public void write(Store store, Update update) {
    if (Diary.of(store.memory(Register.key(relay.value()))).hasTraffic()) {
      return;
    }
    var key = "traffic " + relay;
    var diary = Diary.of(store.memory(key));
    diary.addTraffic(from, to, read, written);
    update.remember(key, diary.kept(to));
    var series = diary.series(Chronicle.BANDWIDTH, to);
    if (!series.isEmpty()) {
      update.document(
          relay.value(), Chronicle.BANDWIDTH, HistoryWriter.write(relay.value(), series));
    }
  }
}
