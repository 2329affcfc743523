package org.bulbil.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bulbil.cli.sandbox.Patience.until;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.wire.Http;
import org.bulbil.wire.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The map of a sandbox shows what real relays are, have and say, and outlives them all. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SandboxAtlasIT extends SmallWorldStory {

  private static final Pattern FAILED = Pattern.compile("\"failed\":\"([^\"]+)\"");
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final String RICH = "bulbilrich";
  private static final String STEADY = "bulbilsteady";
  private static final List<String> FOUNDERS = List.of(RICH, STEADY);

  /** Credit, and a child. */
  private static final long MUCH = 75_000;

  private static final long ENOUGH = 20_000;

  private final Http http = new Http(Http.Limits.USUAL);
  private Optional<SandboxAtlas> opened = Optional.empty();

  @Override
  List<String> founders() {
    return List.of("ewr," + RICH, "ams," + STEADY);
  }

  @BeforeAll
  void openTheMap() throws IOException {
    opened =
        Optional.of(
            SandboxAtlas.open(
                place().world(),
                place().settings(),
                new WorkFolder(place().folder),
                0,
                new SystemTime()));
  }

  @AfterAll
  void closeTheMap() {
    opened.ifPresent(SandboxAtlas::close);
    http.close();
  }

  private String get(String path) {
    return http.get(opened.orElseThrow().uri().resolve(path)).map(Reply::text).answer().orElse("");
  }

  /** How many sources have failed since. */
  private long failures(Instant since) {
    return FAILED
        .matcher(get("/healthz"))
        .results()
        .filter(found -> Instant.parse(found.group(1)).isAfter(since))
        .count();
  }

  private String relay(String hostname) {
    return get("/v1/relays/" + fingerprint(hostname));
  }

  @Test
  @Order(1)
  void eachRelayIsListedWithItsAddressAndItsProof() throws Exception {
    until("all run", LONG, () -> onlooker().running().containsAll(FOUNDERS));
    for (var name : FOUNDERS) {
      until("the line of " + name, LIMIT, () -> onlooker().descriptor(name).isPresent());
      remember(onlooker().descriptor(name).orElseThrow());
    }
    give(STEADY, ENOUGH);
    for (var name : FOUNDERS) {
      until("the address", LIMIT, () -> relay(name).contains(wallet(name).toString()));
      until("the proof", LONG, () -> relay(name).contains("\"proof\":\"verified\""));
      assertThat(relay(name)).contains("\"contradictions\":[]", "runs_until", "\"rent\":64");
    }
    place().note(relay(RICH));
  }

  @Test
  @Order(2)
  void giftsAreSeen() throws Exception {
    give(RICH, MUCH);
    until("the gift", LIMIT, () -> get("/v1/gifts").contains("\"amount\":" + MUCH));
    until("its block", LIMIT, () -> get("/v1/gifts").contains("\"height\":"));
    assertThat(get("/")).contains(RICH, STEADY);
    assertThat(get("/details?lookup=" + fingerprint(RICH))).contains("\"running\":true");
  }

  @Test
  @Order(3)
  void aChildIsSeenWithItsParent() throws Exception {
    until("a birth", LONG, () -> get("/v1/lineage").contains("\"generation\":1"));
    assertThat(get("/v1/lineage")).contains(fingerprint(RICH).value());
    until("histories", LIMIT, () -> get("/uptime").contains("\"1_month\""));
    until("traffic", LIMIT, () -> get("/bandwidth").contains("\"read_history\""));
  }

  @Test
  @Order(4)
  void withEverybodyGoneTheMapStillAnswersAndSaysItsAge() throws Exception {
    var closed = Instant.now();
    place().close();
    until("failures", LIMIT, () -> failures(closed) >= 3);
    assertThat(relay(RICH)).contains(wallet(RICH).toString());
    assertThat(get("/relay/" + fingerprint(RICH))).contains(wallet(RICH).toString());
    place().note(get("/healthz"));
  }
}
