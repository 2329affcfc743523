package org.bulbil.atlas.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bulbil.atlas.api.metrics.HealthRoom;
import org.bulbil.atlas.api.metrics.Meters;
import org.bulbil.atlas.api.metrics.MetricsRoom;
import org.bulbil.atlas.ingest.Told;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.network.SourceHealth;
import org.bulbil.atlas.testing.Networks;
import org.bulbil.atlas.testing.Rooms;
import org.bulbil.atlas.testing.Tree;
import org.bulbil.atlas.web.Ask;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.Test;

/** Who watches over the map sees what it did and how old it is. */
class MetricsTest {

  private static final Instant NOW = Instant.parse("2026-02-22T16:00:00Z");
  private static final Snapshot SNAPSHOT =
      Networks.of(
              """
              {"relays_published":"2026-02-22 13:00:00","relays":[{"nickname":"one","fingerprint":"000004ACBB9D29BCBA17256BB35928DDBFC8ABA9","or_addresses":["192.0.2.1:9001"],"last_seen":"2026-02-22 13:00:00","last_changed_address_or_port":"2026-02-22 13:00:00","first_seen":"2026-02-22 13:00:00","running":true,"consensus_weight":1,"contact":"bc1qc5f3fvr5ftnj70gaj2q68dhg0mne0s85c7ql43"}]}
              """
                  .getBytes(UTF_8))
          .withSources(
              List.of(
                  new SourceHealth(
                      "onionoo",
                      Optional.of(NOW.minusSeconds(60)),
                      Optional.empty(),
                      Optional.of(NOW),
                      Optional.of("it hung up"))));

  private final Meters meters = new Meters(() -> SNAPSHOT, Rooms.stopped(NOW), "0.1.0");

  private String scrape() {
    return new String(
        new MetricsRoom(meters).answer(Ask.of("/metrics", "")).orElseThrow().body(), UTF_8);
  }

  @Test
  void requestsAreCountedByRouteAndStatus() {
    meters.answered("/details.json", 200);
    meters.answered("/details", 200);
    meters.answered("/v1/relays/00", 404);
    meters.answered("/", 200);
    meters.answered("?", 405);

    assertThat(scrape())
        .contains("atlas_http_requests_total{route=\"/details\",status=\"200\"} 2")
        .contains("atlas_http_requests_total{route=\"/v1/relays\",status=\"404\"} 1")
        .contains("atlas_http_requests_total{route=\"/\",status=\"200\"} 1")
        .contains("atlas_http_requests_total{route=\"?\",status=\"405\"} 1");
  }

  @Test
  void strangersCannotMakeNewRoutes() {
    for (int i = 0; i < 1_000; i++) {
      meters.answered("/x" + i + "/\"y", 404);
    }

    assertThat(scrape()).contains("route=\"other\",status=\"404\"} 1000").doesNotContain("/x1");
  }

  @Test
  void whatSourcesTellIsCounted() {
    meters.heard(
        "onionoo",
        Outcome.done(
            new Told(Optional.of(NOW), Map.of("relays", 10L), List.of("a name was no name"))));
    meters.heard("onionoo", Outcome.refused("too large", 413));
    meters.heard("onionoo", Outcome.unknown("it hung up"));

    assertThat(scrape())
        .contains("atlas_ingest_total{kind=\"relays\",source=\"onionoo\"} 10")
        .contains("atlas_ingest_refused_total{source=\"onionoo\"} 1")
        .contains("atlas_ingest_failures_total{outcome=\"refused\",source=\"onionoo\"} 1")
        .contains("atlas_ingest_failures_total{outcome=\"unknown\",source=\"onionoo\"} 1");
  }

  @Test
  void theMapAndItsAgeAreTold() {
    assertThat(scrape())
        .contains("atlas_relays 1.0")
        .contains("atlas_addresses 1.0")
        .contains("atlas_data_age_seconds 10800.0")
        .contains("atlas_source_age_seconds{source=\"onionoo\"} 60.0")
        .contains("version=\"0.1.0\"");
  }

  private static Tree health(Supplier<Snapshot> snapshots, int status) {
    var answer =
        new HealthRoom(snapshots, Rooms.stopped(NOW)).answer(Ask.of("/healthz", "")).orElseThrow();
    assertThat(answer.status()).isEqualTo(status);
    return Tree.parse(answer.body());
  }

  @Test
  void anOldMapIsHealthyAndSaysItsAge() {
    var health = health(() -> SNAPSHOT, 200);

    assertThat(health.get("status").text()).isEqualTo("stale");
    assertThat(health.get("data_age_seconds").number()).isEqualTo(10_800);
    assertThat(health.get("sources").each().findFirst().orElseThrow().get("words").text())
        .isEqualTo("it hung up");
  }

  @Test
  void anEmptyMapIsHealthyToo() {
    assertThat(health(Snapshot::empty, 200).get("status").text()).isEqualTo("empty");
  }

  @Test
  void onlyAMapThatCannotAnswerIsBroken() {
    var health =
        health(
            () -> {
              throw new IllegalStateException("no store");
            },
            503);

    assertThat(health.get("status").text()).isEqualTo("broken");
  }
}
