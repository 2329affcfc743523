package org.bulbil.atlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bulbil.atlas.history.Division;
import org.bulbil.atlas.history.Observation;
import org.junit.jupiter.api.Test;

/** Observations are kept for years in a bounded space, and nothing of their sum is lost. */
class TrackTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private static Observation hour(int number, double mean) {
    var from = START.plus(HOUR.multipliedBy(number));
    return new Observation(from, from.plus(HOUR), mean);
  }

  @Test
  void whatIsKnownIsNotAddedAgain() {
    var track = new Track(Division.WHOLE, List.of(hour(0, 1), hour(1, 2)));
    track.add(hour(1, 5));
    track.add(hour(0, 5));
    assertThat(track.seen()).containsExactly(hour(0, 1), hour(1, 2));
  }

  @Test
  void sixYearsOfHoursFit() {
    var track = new Track(Division.WHOLE, List.of());
    int hours = 6 * 365 * 24;
    for (int i = 0; i < hours; i++) {
      track.add(hour(i, i % 10));
      if (i % 24 == 0) {
        track.thin(START.plus(HOUR.multipliedBy(i + 1)));
      }
    }
    assertThat(track.seen()).hasSizeLessThan(700);
    assertThat(track.seen().getFirst().from()).isAfter(START.plus(Duration.ofDays(345)));
    assertThat(track.seen())
        .allSatisfy(
            one ->
                assertThat(Duration.between(one.from(), one.to()))
                    .isLessThanOrEqualTo(Duration.ofDays(10)));
    assertThat(total(track.seen()) / length(track.seen())).isEqualTo(4.5, within(0.01));
  }

  @Test
  void aDayOfTenSecondsFits() {
    var track = new Track(Division.WHOLE, List.of());
    for (int i = 0; i < 8640; i++) {
      var from = START.plusSeconds(10L * i);
      track.add(new Observation(from, from.plusSeconds(10), 1));
      if (i % 10 == 0) {
        track.thin(from);
      }
    }
    assertThat(track.seen()).hasSizeLessThan(700);
  }

  /** A stretch without interruption is one entry, however long. */
  @Test
  void uptimeIsKeptAsStretches() {
    var track = new Track(Division.DIVISIBLE, List.of());
    for (int i = 0; i < 500; i++) {
      track.add(hour(i, i == 100 ? 0 : 1));
    }
    track.thin(START.plus(HOUR.multipliedBy(500)));
    assertThat(track.seen()).hasSize(3);
  }

  @Test
  void aGapStaysAGap() {
    var track = new Track(Division.DIVISIBLE, List.of(hour(0, 1), hour(2, 1)));
    track.thin(START.plus(Duration.ofDays(400)));
    assertThat(track.seen()).containsExactly(hour(0, 1), hour(2, 1));
  }

  @Test
  void keptBytesAreReadAgain() {
    var tracks = Map.of("uptime", List.of(hour(0, 1)), "flags.Fast", List.of(hour(1, 0.25)));
    assertThat(DiaryBytes.read(DiaryBytes.write(tracks))).contains(tracks);
  }

  /** Whatever stands in the store, reading it ends, and a broken diary is none. */
  @Test
  void brokenBytesAreNone() {
    long seed = 7;
    var random = new Random(seed);
    var good = DiaryBytes.write(Map.of("uptime", List.of(hour(0, 1), hour(5, 0.5))));
    for (int round = 0; round < 2000; round++) {
      var bytes = good.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      DiaryBytes.read(bytes)
          .ifPresent(read -> assertThat(read.size()).as("seed %d", seed).isLessThan(65));
    }
    assertThat(DiaryBytes.read(new byte[0])).isEmpty();
  }

  private static double total(List<Observation> seen) {
    return seen.stream()
        .mapToDouble(one -> one.mean() * Duration.between(one.from(), one.to()).toSeconds())
        .sum();
  }

  private static double length(List<Observation> seen) {
    return seen.stream()
        .mapToDouble(one -> Duration.between(one.from(), one.to()).toSeconds())
        .sum();
  }
}
