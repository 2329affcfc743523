package org.bulbil.atlas.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bulbil.atlas.history.HistoryDocument;
import org.bulbil.atlas.history.Series;
import org.bulbil.atlas.network.Relay;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.Test;

/** Uptimes and usual weights of graphs, families, and how old news may be. */
class PresenceTest {

  private static final Instant UNTIL = Instant.parse("2026-03-31T00:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private final Presence presence = new Presence(UNTIL);

  /** One value a day. */
  private static List<Series> daily(String name, String first, String values) {
    var json =
        """
        {"fingerprint":"%040X","%s":{"1_month":{"first":"%s","last":"2026-03-30 12:00:00",
         "interval":86400,"factor":0.001,"count":1,"values":[%s]}}}
        """
            .formatted(1, name, first, values);
    return HistoryDocument.series(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void uptimeIsTheMeanOfThirtyDays() {
    var values = "0," + "999,".repeat(15) + "0,".repeat(14) + "null";
    var graph = daily("uptime", "2026-02-28 12:00:00", values);
    // The first is older than 30 days; the last is not known.
    assertThat(presence.uptime(graph, LONG_AGO).orElseThrow())
        .isCloseTo(0.999 * 15 / 29, within(1e-9));
  }

  @Test
  void ofAYoungRelayItIsTheMeanOfItsLife() {
    var graph = daily("uptime", "2026-03-28 12:00:00", "500,500,500");
    assertThat(presence.uptime(graph, Instant.parse("2026-03-28T00:00:00Z")).orElseThrow())
        .isCloseTo(0.5, within(1e-9));
    assertThat(presence.uptime(graph, LONG_AGO)).as("a graph that does not reach back").isEmpty();
  }

  @Test
  void whereNothingIsKnownNothingIsSaid() {
    assertThat(presence.uptime(List.of(), LONG_AGO)).isEmpty();
    assertThat(presence.lasting(List.of(), 0.1, LONG_AGO)).isEqualTo(1);
    var stale = new Presence(UNTIL.plus(Duration.ofDays(100)));
    assertThat(
            stale.uptime(
                daily("uptime", "2026-02-28 12:00:00", "999,".repeat(30) + "999"), LONG_AGO))
        .isEmpty();
  }

  @Test
  void aWeightOfLessThanAWeekCountsAsTheUsualOne() {
    var graph =
        daily(
            "consensus_weight_fraction",
            "2026-02-28 12:00:00",
            "100,".repeat(25) + "999,".repeat(5) + "999");
    assertThat(presence.lasting(graph, 0.999, LONG_AGO)).isCloseTo(0.1, within(0.001));
    assertThat(presence.lasting(graph, 0.05, LONG_AGO)).as("it may also fall").isEqualTo(1);
  }

  @Test
  void relativesOfRelativesAreOneFamily() {
    var first =
        Paper.relay(1, "", "effective_family", List.of("%040X".formatted(1), "%040X".formatted(2)));
    var second = Paper.relay(2, "", "family_ids", List.of("key"));
    var third = Paper.relay(3, "", "family_ids", List.of("key"));
    var alone = Paper.relay(4, "", "effective_family", List.of("%040X".formatted(4)));
    for (var order :
        List.of(List.of(first, second, third, alone), List.of(alone, third, second, first))) {
      var kinship = new Kinship(order);
      assertThat(List.of(first, second, third))
          .allSatisfy(
              (Relay relay) -> assertThat(kinship.family(relay)).contains("%040X".formatted(1)));
      assertThat(kinship.family(alone)).isEmpty();
    }
  }

  @Test
  void staleNewsAreRefusedAndTheWayOnIsTold() {
    var network = Paper.network(Paper.relay(1, Paper.OLD));
    var limit = Freshness.USUAL;
    assertThat(limit.check(network, Paper.NOW)).isInstanceOf(Outcome.Done.class);
    var stale = limit.check(network, Paper.NOW.plus(Duration.ofDays(9)));
    assertThat(stale.summary())
        .contains("2026-02-22 13:00:00")
        .contains("9 days ago")
        .contains("--stale-after");
    assertThat(
            new Freshness(Duration.ofDays(10)).check(network, Paper.NOW.plus(Duration.ofDays(9))))
        .isInstanceOf(Outcome.Done.class);
    assertThat(limit.check(network, Paper.NOW.minus(Duration.ofDays(9))).summary())
        .contains("not yet");
  }
}
