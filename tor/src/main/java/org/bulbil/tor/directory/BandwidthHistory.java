package org.bulbil.tor.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Bytes that a relay has carried in one direction, interval after interval (dir-spec
 * "write-history"). Tor's intervals are a day long and kept for five; older ones were 4 hours.
 *
 * @param end of the last interval
 * @param interval one second to 31 days
 * @param bytes in each, oldest first, none negative; at most {@value #COUNT_MAX}
 */
public record BandwidthHistory(Instant end, Duration interval, List<Long> bytes) {

  /** Five days of quarter hours, the most that any tor has published. */
  static final int COUNT_MAX = 480;

  private static final Duration INTERVAL_MAX = Duration.ofDays(31);

  public BandwidthHistory {
    bytes = List.copyOf(bytes);
    if (interval.toSeconds() < 1 || interval.compareTo(INTERVAL_MAX) > 0) {
      throw new IllegalArgumentException("an interval is 1 s to 31 days, not " + interval);
    }
    if (bytes.size() > COUNT_MAX || bytes.stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(
          "a history is at most " + COUNT_MAX + " counts, none of them negative");
    }
  }

  /** When the first interval began. */
  public Instant begin() {
    return end.minus(interval.multipliedBy(bytes.size()));
  }
}
