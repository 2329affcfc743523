package org.bulbil.atlas.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.bulbil.atlas.api.v1.V1Room;
import org.bulbil.atlas.network.Gift;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.Purse;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.query.CurrentIndex;
import org.bulbil.atlas.query.Query;
import org.bulbil.atlas.testing.MemoryStore;
import org.bulbil.atlas.testing.Networks;
import org.bulbil.atlas.testing.Rooms;
import org.bulbil.atlas.testing.Tree;
import org.bulbil.atlas.web.Answer;
import org.bulbil.atlas.web.Ask;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own protocol says what a donor needs, and its description says what it does. */
class V1RoomTest {

  private static final Instant NOW = Instant.parse("2026-02-22T13:30:00Z");
  private static final String PARENT = "000004ACBB9D29BCBA17256BB35928DDBFC8ABA9";
  private static final String CHILD = "000C71961332DDA7B6AAB2A88FF07B0C37650F70";
  private static final String FORGER = "00240ECB2B535AA4C1E1874D744DFA6AF2E5E941";
  private static final String ADDRESS = "bc1qc5f3fvr5ftnj70gaj2q68dhg0mne0s85c7ql43";

  private static final String DOCUMENT =
      """
      {"version":"8.0","relays_published":"2026-02-22 13:00:00","relays":[
      {"nickname":"parent","fingerprint":"%1$s","or_addresses":["192.0.2.1:9001"],"last_seen":"2026-02-22 13:00:00","last_changed_address_or_port":"2026-02-22 13:00:00","first_seen":"2025-11-09 17:00:00","running":true,"flags":["Running"],"country":"de","as":"AS1","as_name":"one","consensus_weight":5,"contact":"btc:%4$s bulbil generation:0 genes:00000000","platform":"Tor 0.4.9.5 on Linux","version":"0.4.9.5","effective_family":["%1$s","%2$s"],"consensus_weight_fraction":0.1,"advertised_bandwidth":7},
      {"nickname":"child","fingerprint":"%2$s","or_addresses":["192.0.2.2:9001"],"last_seen":"2026-02-22 13:00:00","last_changed_address_or_port":"2026-02-22 13:00:00","first_seen":"2026-01-09 17:00:00","running":true,"consensus_weight":4,"contact":"bulbil generation:1 parent:%1$s genes:00000001","effective_family":["%1$s","%2$s"]},
      {"nickname":"forger","fingerprint":"%3$s","or_addresses":["192.0.2.3:9001"],"last_seen":"2026-02-22 13:00:00","last_changed_address_or_port":"2026-02-22 13:00:00","first_seen":"2026-02-09 17:00:00","running":false,"consensus_weight":3,"contact":"bulbil generation:1 parent:%1$s genes:00000002 <script>"}
      ],"bridges_published":"2026-02-22 13:00:00","bridges":[]}
      """
          .formatted(PARENT, CHILD, FORGER, ADDRESS);

  private static final BitcoinAddress BITCOIN = BitcoinAddress.read(ADDRESS).answer().orElseThrow();
  private static final Snapshot SNAPSHOT = snapshot();

  private final V1Room room =
      new V1Room(
          new CurrentIndex(() -> SNAPSHOT),
          new MemoryStore(
              SNAPSHOT,
              List.of(new Gift(BITCOIN, "ab".repeat(32), Sats.of(21), OptionalInt.of(9), NOW))),
          Rooms.stopped(NOW));

  private static Snapshot snapshot() {
    var bare = Networks.of(DOCUMENT.getBytes(StandardCharsets.UTF_8));
    var relays =
        bare.relays().stream()
            .map(relay -> relay.details().nickname().equals("parent") ? withPage(relay) : relay)
            .toList();
    return new Snapshot(
        7,
        bare.relaysPublished(),
        bare.bridgesPublished(),
        relays,
        List.of(),
        Map.of(BITCOIN, new Purse(Sats.of(100), Sats.of(5), Sats.of(200), NOW)),
        List.of());
  }

  private static Relay withPage(Relay relay) {
    var page =
        new OwnPage(
            URI.create("http://192.0.2.1:8080/"),
            NOW,
            Optional.of(ADDRESS),
            new OwnPage.Proof.Refuted("the signature is another's"),
            Optional.of(NOW.plusSeconds(86_400)),
            Optional.empty(),
            Optional.of(Cents.of(25)),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of("the address in the contact line is another"));
    return new Relay(
        relay.fingerprint(),
        relay.details(),
        relay.addresses(),
        relay.heritage(),
        Optional.of(page));
  }

  private Answer ask(String target) {
    var parts = target.split("\\?", 2);
    return room.answer(Ask.of(parts[0], parts.length > 1 ? parts[1] : "")).orElseThrow();
  }

  private Tree get(String target) {
    var answer = ask(target);
    assertThat(answer.status()).as(target).isEqualTo(200);
    return Tree.parse(answer.body());
  }

  private static List<String> names(Tree page) {
    return page.get("relays").each().map(relay -> relay.get("nickname").text()).toList();
  }

  @Test
  void aRelayIsToldWithItsMoney() {
    var relay = get("/v1/relays/" + PARENT).get("relay");

    var address = relay.get("addresses").each().findFirst().orElseThrow();
    assertThat(address.get("address").text()).isEqualTo(ADDRESS);
    assertThat(address.get("kind").text()).isEqualTo("p2wpkh");
    assertThat(address.get("network").text()).isEqualTo("mainnet");
    assertThat(address.get("purse").get("confirmed").number()).isEqualTo(100);
    var finances = relay.get("finances");
    assertThat(finances.get("paid_until").text()).isEqualTo("2026-02-23T13:30:00Z");
    assertThat(finances.get("rent").number()).isEqualTo(25);
    assertThat(finances.get("proof").text()).isEqualTo("refuted");
    assertThat(finances.get("why").text()).contains("another's");
    assertThat(finances.get("contradictions").texts()).hasSize(1);
  }

  @Test
  void giftsStandWithTheRelayAndAlone() {
    assertThat(get("/v1/relays/$" + PARENT.toLowerCase(java.util.Locale.ROOT)).get("gifts").each())
        .hasSize(1);
    assertThat(
            get("/v1/gifts?address=" + ADDRESS + "&limit=3")
                .get("gifts")
                .each()
                .findFirst()
                .orElseThrow()
                .get("amount")
                .number())
        .isEqualTo(21);
    assertThat(get("/v1/gifts?limit=0").get("gifts").each()).isEmpty();
  }

  @Test
  void everyAnswerSaysHowOldItIs() {
    for (var path : List.of("/v1/relays", "/v1/relays/" + CHILD, "/v1/lineage", "/v1/gifts")) {
      assertThat(get(path).get("data").get("age_seconds").number()).isEqualTo(1800);
      assertThat(get(path).get("data").get("snapshot").number()).isEqualTo(7);
    }
  }

  @Test
  void aClaimIsBelievedOnlyWhereSomethingSpeaksForIt() {
    var lineage = get("/v1/lineage");

    var standing =
        lineage
            .get("relays")
            .each()
            .map(
                relay ->
                    relay.get("nickname")
                        + " "
                        + relay.find("standing").map(Tree::text).orElse("-"))
            .toList();
    assertThat(standing).containsExactly("parent -", "child family", "forger claimed");
    assertThat(lineage.get("relays").each().findFirst().orElseThrow().get("children").texts())
        .containsExactly(CHILD, FORGER);
    assertThat(lineage.get("roots").texts()).containsExactly(PARENT);
    assertThat(lineage.get("absent").texts()).isEmpty();
  }

  @Test
  void filtersAreThoseOfOnionoo() {
    assertThat(names(get("/v1/relays?running=true&order=consensus_weight")))
        .containsExactly("child", "parent");
    assertThat(names(get("/v1/relays?search=forg"))).containsExactly("forger");
    assertThat(names(get("/v1/relays?search=running:true+parent"))).containsExactly("parent");
    assertThat(names(get("/v1/relays?family=" + CHILD))).containsExactly("parent", "child");
  }

  @Test
  void pagesLeadToTheNext() {
    var first = get("/v1/relays?limit=2&contact=bulbil");
    assertThat(names(first)).containsExactly("parent", "child");
    assertThat(first.get("matching").number()).isEqualTo(3);

    var second = get(first.get("next").text());
    assertThat(names(second)).containsExactly("forger");
    assertThat(second.find("next")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/relays?nothing=1",
        "/v1/relays?running=maybe",
        "/v1/relays?fields=nickname",
        "/v1/lineage?x=1",
        "/v1/gifts?address=%3Cscript%3E",
        "/v1/gifts?limit=-1",
        "/v1/gifts?search=x",
        "/v1/relays/000004ACBB9D29BCBA17256BB35928DDBFC8ABA9?x=1"
      })
  void aBrokenRuleIsNamed(String target) {
    var answer = ask(target);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
    assertThat(Tree.parse(answer.body()).get("detail").text()).isNotBlank();
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("<");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1",
        "/v1/",
        "/v1/nothing",
        "/v1/relays/",
        "/v1/relays/00",
        "/v1/relays/0000000000000000000000000000000000000000"
      })
  void whatIsNotThereIs404(String path) {
    assertThat(ask(path).status()).isEqualTo(404);
  }

  @Test
  void otherPathsAreOtherRooms() {
    assertThat(room.answer(Ask.of("/v10/relays", ""))).isEmpty();
    assertThat(room.answer(Ask.of("/", ""))).isEmpty();
  }

  // The description and what is done, held together.

  private static Tree description() {
    try (var in = V1Room.class.getResourceAsStream("openapi.json")) {
      return Tree.parse(java.util.Objects.requireNonNull(in).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<String> paths() {
    return description().get("paths").map().keySet().stream().map(String::valueOf);
  }

  @ParameterizedTest
  @MethodSource("paths")
  void everyDescribedPathAnswersAsItsSchemaSays(String path) {
    var answer = get(path.replace("{fingerprint}", PARENT));
    var schema =
        description()
            .get("paths")
            .get(path)
            .get("get")
            .get("responses")
            .get("200")
            .get("content")
            .get("application/json")
            .get("schema");

    Schema.check(description(), schema, answer, path);
  }

  @Test
  void everyParameterOfRelaysIsDescribedAndNoOther() {
    var described =
        description()
            .get("paths")
            .get("/v1/relays")
            .get("get")
            .get("parameters")
            .each()
            .map(parameter -> parameter.get("name").text())
            .toList();
    var known = new HashSet<String>(Query.parameters());
    known.remove("fields");

    assertThat(Set.copyOf(described)).isEqualTo(known);
    for (var name : described) {
      assertThat(Query.read(Map.of(name, List.of("\u0000"))))
          .as(name)
          .isInstanceOf(Outcome.Refused.class);
    }
  }
}
