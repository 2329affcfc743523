package org.bulbil.atlas.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.document.Timestamp;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.testing.Networks;
import org.bulbil.atlas.web.QueryString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** On the real network the index finds just those relays that a slow and plain search finds. */
class IndexTest {

  private static Snapshot network;
  private static Index index;
  private static Instant now;

  @BeforeAll
  static void read() throws IOException {
    network = Networks.real();
    index = new Index(network);
    now = network.relaysPublished().plus(Duration.ofHours(5));
  }

  private static Selection select(String query) {
    return index.select(Query.read(QueryString.form(query)).answer().orElseThrow(), now);
  }

  static Stream<Arguments> questions() {
    return Stream.of(
        ask("search=nos", d -> has(d.nickname(), "nos") || d.fingerprint().startsWith("NOS")),
        ask("search=87.1", d -> has(d.nickname(), "87.1") || listens(d, "87.1")),
        ask("search=2a01:4f8", d -> listens(d, "[2a01:4f8")),
        ask(
            "search=$0a",
            d ->
                d.fingerprint().startsWith("0A")
                    || Fingerprints.hash(d.fingerprint()).startsWith("0A")),
        ask("contact=gmail tor", d -> has(d.contact(), "gmail") && has(d.contact(), "tor")),
        ask("as_name=hetzner online", d -> has(d.asName(), "hetzner") && has(d.asName(), "online")),
        ask("country=ch", d -> "ch".equals(d.country())),
        ask(
            "as=24940,AS16276",
            d -> List.of("AS24940", "AS16276").contains(String.valueOf(d.as()))),
        ask("flag=exit", d -> d.flags() != null && d.flags().contains("Exit")),
        ask("running=false", d -> !d.running()),
        ask("os=freebsd", d -> has(d.platform(), " on freebsd")),
        ask(
            "host_name=.ch",
            d -> names(d).anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(".ch"))),
        ask("recommended_version=false", d -> Boolean.FALSE.equals(d.recommendedVersion())),
        ask("version=0.4.8", d -> d.version() != null && d.version().startsWith("0.4.8.")),
        ask("first_seen_days=0-9", d -> days(d.firstSeen()) <= 9),
        ask("last_seen_days=1-", d -> days(d.lastSeen()) >= 1),
        ask(
            "flag=guard&country=de&running=true",
            d ->
                d.flags() != null
                    && d.flags().contains("Guard")
                    && "de".equals(d.country())
                    && d.running()));
  }

  private static Arguments ask(String query, Predicate<RelayDetails> plainly) {
    return Arguments.of(query, plainly);
  }

  private static boolean has(@Nullable String text, String part) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(part);
  }

  private static boolean listens(RelayDetails relay, String beginning) {
    return Stream.concat(relay.orAddresses().stream(), all(relay.exitAddresses()))
        .anyMatch(address -> address.startsWith(beginning));
  }

  private static Stream<String> names(RelayDetails relay) {
    return Stream.concat(all(relay.verifiedHostNames()), all(relay.unverifiedHostNames()));
  }

  private static Stream<String> all(@Nullable List<String> texts) {
    return Objects.requireNonNullElse(texts, List.<String>of()).stream();
  }

  private static long days(String time) {
    return Duration.between(Timestamp.read(time).orElseThrow(), now).toDays();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void theSameRelaysAsAPlainSearch(String query, Predicate<RelayDetails> plainly) {
    var expected =
        network.relays().stream().filter(relay -> plainly.test(relay.details())).toList();

    assertThat(expected).isNotEmpty();
    assertThat(select(query).relays()).isEqualTo(expected);
  }

  @Test
  void orderIsByValueThenFingerprint() {
    var expected =
        network.relays().stream()
            .sorted(
                Comparator.comparing((Relay relay) -> relay.details().firstSeen())
                    .thenComparing(
                        Comparator.comparingLong((Relay relay) -> relay.details().consensusWeight())
                            .reversed())
                    .thenComparing(Relay::fingerprint))
            .toList();

    assertThat(select("order=first_seen,-consensus_weight").relays()).isEqualTo(expected);
    assertThat(select("order=first_seen,-consensus_weight&offset=5&limit=7").relays())
        .isEqualTo(expected.subList(5, 12));
  }

  @Test
  void everyRelayIsLookedUpByItsFingerprintAndItsHash() {
    for (var relay : network.relays().subList(0, 200)) {
      var fingerprint = relay.fingerprint().value();
      assertThat(select("lookup=" + fingerprint).relays()).containsExactly(relay);
      assertThat(select("lookup=" + Fingerprints.hash(fingerprint)).relays())
          .containsExactly(relay);
    }
  }

  @Test
  void anIndexOfTheSameRelaysIsThereAtOnce() {
    var healthier = network.withSources(List.of());

    var renewed = index.renewed(healthier);

    assertThat(renewed.snapshot()).isSameAs(healthier);
    assertThat(renewed.isOfSameNodes(index)).isTrue();
    assertThat(new Index(network).isOfSameNodes(index)).isFalse();
  }
}
