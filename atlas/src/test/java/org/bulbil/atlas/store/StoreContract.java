package org.bulbil.atlas.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.avaje.jsonb.Jsonb;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bulbil.atlas.document.BridgeDetails;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.history.Series;
import org.bulbil.atlas.history.Span;
import org.bulbil.atlas.network.Gift;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.Purse;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.SourceHealth;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.testing.SimulatedTime;
import org.bulbil.tor.Fingerprint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every store does, whatever database it is on. */
abstract class StoreContract {

  private static final Jsonb JSON = Jsonb.instance();
  private static final Instant NOON = Instant.parse("2026-02-22T12:00:00Z");
  private static final String ADDRESS = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";

  private final SimulatedTime time = new SimulatedTime();
  private final List<Store> open = new ArrayList<>();

  /** The address of an empty database: the same one during a test, another in the next. */
  abstract String place();

  /** The same for JDBC alone. */
  abstract String jdbc();

  Store open() {
    var store = SqlStore.open(place(), Chain.MAINNET, time);
    open.add(store);
    return store;
  }

  @AfterEach
  void close() {
    open.forEach(Store::close);
  }

  static String fingerprint(int number) {
    return "%040X".formatted(number);
  }

  static RelayDetails relay(int number, String more) {
    return JSON.type(RelayDetails.class)
        .fromJson(
            """
            {"nickname":"relay%d","fingerprint":"%s","or_addresses":["192.0.2.1:9001"],
             "last_seen":"2026-02-22 12:00:00","last_changed_address_or_port":"2026-01-01 00:00:00",
             "first_seen":"2026-01-01 00:00:00","running":true,"consensus_weight":%d%s}
            """
                .formatted(number, fingerprint(number), number, more));
  }

  static List<RelayDetails> relays(int count) {
    return IntStream.range(0, count).mapToObj(number -> relay(number, "")).toList();
  }

  static BridgeDetails bridge(String nickname) {
    return JSON.type(BridgeDetails.class)
        .fromJson(
            """
            {"nickname":"%s","hashed_fingerprint":"%s","or_addresses":[],"running":true,
             "last_seen":"2026-02-22 12:00:00","first_seen":"2026-01-01 00:00:00",
             "transports":["obfs4"]}
            """
                .formatted(nickname, fingerprint(99)));
  }

  static byte[] uptime(String node, int value) {
    return """
        {"fingerprint":"%s","uptime":{"1_month":{"first":"2026-02-01 00:00:00","last":"2026-02-01 08:00:00",\
        "interval":14400,"factor":0.001,"count":3,"values":[%d,null,999]}},\
        "flags":{"Guard":{"1_month":{"first":"2026-02-01 00:00:00","last":"2026-02-01 04:00:00",\
        "interval":14400,"factor":0.001,"count":2,"values":[0,999]}}}}"""
        .formatted(node, value)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void publishRelays(Store store, List<RelayDetails> relays) {
    try (var update = store.update()) {
      update.relays(NOON, relays);
      update.publish();
    }
  }

  @Test
  void isEmptyAtFirst() {
    var store = open();
    assertThat(store.newest()).isZero();
    assertThat(store.snapshot().relays()).isEmpty();
    assertThat(store.document(fingerprint(1), Chronicle.UPTIME)).isEmpty();
    assertThat(store.gifts(Optional.empty(), 10)).isEmpty();
    assertThat(store.memory("chain")).isEmpty();
  }

  @Test
  void showsWhatWasPublishedAndKeepsItWhenItIsOpenedAgain() {
    var told =
        relay(
            2,
            """
            ,"flags":["Fast","Guard"],"country":"de","consensus_weight_fraction":1.5862153e-05,
             "exit_policy_summary":{"reject":["1-65535"]},"measured":false,
             "effective_family":["%s","%s"],"contact":"Jörg <x> btc:%s"
            """
                .formatted(fingerprint(2), fingerprint(3), ADDRESS));
    try (var store = SqlStore.open(place(), Chain.MAINNET, time);
        var update = store.update()) {
      update.relays(NOON, List.of(relay(3, ""), told));
      update.bridges(NOON.plusSeconds(7), List.of(bridge("b")));
      update.publish();
    }
    var store = open();
    assertThat(store.newest()).isEqualTo(1);
    var snapshot = store.snapshot();
    assertThat(snapshot.number()).isEqualTo(1);
    assertThat(snapshot.relaysPublished()).isEqualTo(NOON);
    assertThat(snapshot.bridgesPublished()).isEqualTo(NOON.plusSeconds(7));
    assertThat(snapshot.bridges()).containsExactly(bridge("b"));
    assertThat(snapshot.relays()).extracting(Relay::details).containsExactly(told, relay(3, ""));
    var relay = snapshot.relay(new Fingerprint(fingerprint(2))).orElseThrow();
    assertThat(relay.addresses()).extracting(BitcoinAddress::text).containsExactly(ADDRESS);
  }

  @Test
  void anUpdateThatWasNotPublishedNeverWas() {
    var store = open();
    publishRelays(store, relays(2));
    try (var update = store.update()) {
      update.relays(NOON, relays(5));
      update.document(fingerprint(1), Chronicle.UPTIME, uptime(fingerprint(1), 5));
      assertThat(store.newest()).isEqualTo(1);
      assertThat(store.snapshot().relays()).hasSize(2);
    }
    assertThat(store.newest()).isEqualTo(1);
    assertThat(open().snapshot().relays()).hasSize(2);
    assertThat(store.document(fingerprint(1), Chronicle.UPTIME)).isEmpty();
  }

  @Test
  void forgetsRelaysThatAreGone() {
    var store = open();
    publishRelays(store, relays(3));
    publishRelays(store, List.of(relay(1, ""), relay(7, "")));
    assertThat(store.snapshot().relays())
        .extracting(relay -> relay.details().nickname())
        .containsExactly("relay1", "relay7");
  }

  @Test
  void aFamilyIsOneListForAllItsMembers() {
    var family = ",\"effective_family\":[\"%s\",\"%s\"]".formatted(fingerprint(1), fingerprint(2));
    var store = open();
    publishRelays(store, List.of(relay(1, family), relay(2, family), relay(3, "")));
    var relays = store.snapshot().relays().stream().map(Relay::details).toList();
    assertThat(relays.getFirst().effectiveFamily())
        .containsExactly(fingerprint(1), fingerprint(2))
        .isSameAs(relays.get(1).effectiveFamily());
    assertThat(relays.getLast().effectiveFamily()).isNull();
    publishRelays(store, List.of(relay(1, family), relay(2, "")));
    assertThat(store.snapshot().relays().getLast().details().effectiveFamily()).isNull();
  }

  /** An hour changes little: what is unchanged is neither written nor read again. */
  @Test
  void whatIsUnchangedIsSharedByTwoSnapshots() {
    var store = open();
    publishRelays(store, relays(3));
    var before = store.snapshot();
    publishRelays(store, List.of(relay(0, ""), relay(1, ",\"country\":\"at\""), relay(2, "")));
    var after = store.snapshot();
    assertThat(after.relays().getFirst()).isSameAs(before.relays().getFirst());
    assertThat(after.relays().get(1).details().country()).isEqualTo("at");
    assertThat(store.snapshot()).isSameAs(after);
  }

  @Test
  void historiesAreKeptAsTheyAreSent() {
    var store = open();
    var node = fingerprint(1);
    try (var update = store.update()) {
      update.document(node, Chronicle.UPTIME, uptime(node, 5));
      update.publish();
    }
    try (var update = store.update()) {
      update.document(node, Chronicle.UPTIME, uptime(node, 500));
      update.publish();
    }
    assertThat(store.document(node, Chronicle.UPTIME)).hasValue(uptime(node, 500));
    assertThat(store.document(node, Chronicle.WEIGHTS)).isEmpty();
    var series = store.histories(node, Chronicle.UPTIME);
    assertThat(series).extracting(Series::name).containsExactly("uptime", "flags.Guard");
    var graph = series.getFirst().graph(Span.ONE_MONTH).orElseThrow();
    assertThat(graph.raw(0)).isEqualTo((short) 500);
    assertThat(graph.value(1)).isEmpty();
    assertThat(graph.first()).isEqualTo("2026-02-01T00:00:00Z");
    assertThat(store.histories(fingerprint(2), Chronicle.UPTIME)).isEmpty();
  }

  @Test
  void documentsOfManyNodesAreOneQuestion() {
    var store = open();
    try (var update = store.update()) {
      for (int number = 0; number < 1_200; number++) {
        update.document(
            fingerprint(number), Chronicle.UPTIME, uptime(fingerprint(number), number % 1000));
      }
      update.publish();
    }
    var asked = List.of(fingerprint(7), fingerprint(1_199), fingerprint(5_000));
    assertThat(store.documents(asked, Chronicle.UPTIME))
        .containsOnlyKeys(fingerprint(7), fingerprint(1_199))
        .containsEntry(fingerprint(7), uptime(fingerprint(7), 7));
    assertThat(store.documents(List.of(), Chronicle.UPTIME)).isEmpty();
    assertThatThrownBy(
            () -> store.documents(Collections.nCopies(Store.BATCH_MAX + 1, "A"), Chronicle.UPTIME))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void historiesOfStrangersAreForgottenAfterAWhile() {
    var store = open();
    publishRelays(store, relays(1));
    try (var update = store.update()) {
      update.document(fingerprint(0), Chronicle.UPTIME, uptime(fingerprint(0), 1));
      update.document(fingerprint(1), Chronicle.UPTIME, uptime(fingerprint(1), 1));
      update.publish();
    }
    time.pause(Retention.STRANGERS.minusDays(1));
    publishRelays(store, relays(1));
    assertThat(store.document(fingerprint(1), Chronicle.UPTIME)).isPresent();
    time.pause(Duration.ofDays(2));
    publishRelays(store, relays(1));
    assertThat(store.document(fingerprint(1), Chronicle.UPTIME)).isEmpty();
    assertThat(store.document(fingerprint(0), Chronicle.UPTIME)).isPresent();
  }

  @Test
  void aGiftIsKeptOnce() {
    var store = open();
    var hope = gift("aa", OptionalInt.empty(), NOON);
    var mined = gift("aa", OptionalInt.of(800_000), NOON.plusSeconds(60));
    var older = gift("bb", OptionalInt.of(700_000), NOON.minusSeconds(60));
    try (var update = store.update()) {
      update.gifts(List.of(hope, older));
      update.publish();
    }
    try (var update = store.update()) {
      update.gifts(List.of(mined));
      update.publish();
    }
    assertThat(store.gifts(Optional.empty(), 10)).containsExactly(mined, older);
    assertThat(store.gifts(Optional.of(ADDRESS), 1)).containsExactly(mined);
    assertThat(store.gifts(Optional.of("1Ab93nZzqBhhoTetUfzjXxpNjUoEQ84Jrt"), 9)).isEmpty();
  }

  private static Gift gift(String txid, OptionalInt height, Instant when) {
    return new Gift(address(), txid.repeat(32), Sats.of(5_000), height, when);
  }

  private static BitcoinAddress address() {
    return BitcoinAddress.read(ADDRESS).answer().orElseThrow();
  }

  @Test
  void keepsPagesPursesSourcesAndMemories() {
    var store = open();
    var page =
        new OwnPage(
            URI.create("http://192.0.2.1/"),
            NOON,
            Optional.of(ADDRESS),
            new OwnPage.Proof.Refuted("another key"),
            Optional.of(NOON.plusSeconds(1)),
            Optional.empty(),
            Optional.of(Cents.of(38)),
            Optional.of(Rate.ofDollars(60_000)),
            Optional.of("Tor"),
            List.of(new OwnPage.Decision(NOON, "rest")),
            List.of("it is not Running"));
    var purse = new Purse(Sats.of(3), Sats.of(2), Sats.of(9), NOON);
    try (var update = store.update()) {
      update.relays(NOON, relays(2));
      update.pages(Map.of(new Fingerprint(fingerprint(1)), page));
      update.purses(Map.of(address(), purse));
      update.remember("chain tip", new byte[] {1, 2});
      update.remember("gone", new byte[] {1});
      update.remember("gone", new byte[0]);
      update.publish();
    }
    var snapshot = open().snapshot();
    assertThat(snapshot.relays().getLast().page()).hasValue(page);
    assertThat(snapshot.relays().getFirst().page()).isEmpty();
    assertThat(snapshot.purse(address())).hasValue(purse);
    assertThat(store.memory("chain tip")).hasValue(new byte[] {1, 2});
    assertThat(store.memory("gone")).isEmpty();
    assertThatThrownBy(
            () -> {
              try (var update = store.update()) {
                update.remember("large", new byte[(64 << 10) + 1]);
              }
            })
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void newsOfASourceLeaveItsFormerOnes() {
    var store = open();
    try (var update = store.update()) {
      update.health(health(Optional.of(NOON), Optional.empty(), Optional.empty()));
      update.publish();
    }
    try (var update = store.update()) {
      update.health(
          health(Optional.empty(), Optional.of(NOON.plusSeconds(9)), Optional.of("no route")));
      update.publish();
    }
    assertThat(store.snapshot().sources())
        .containsExactly(
            health(Optional.of(NOON), Optional.of(NOON.plusSeconds(9)), Optional.of("no route")));
  }

  private static SourceHealth health(
      Optional<Instant> succeeded, Optional<Instant> failed, Optional<String> words) {
    return new SourceHealth("onionoo", succeeded, Optional.empty(), failed, words);
  }

  /** Every relay and the moment say the number of their update: a mixture would be seen. */
  @Test
  void aReaderNeverSeesHalfAnUpdate() throws Exception {
    var writer = open();
    var reader = open();
    var done = new AtomicBoolean();
    Callable<Integer> reading =
        () -> {
          int seen = 0;
          while (!done.get()) {
            var snapshot = reader.snapshot();
            assertThat(snapshot.relays())
                .allMatch(
                    relay ->
                        relay.details().consensusWeight()
                            == snapshot.relaysPublished().getEpochSecond());
            assertThat(snapshot.relays().size() % 50).isZero();
            seen++;
          }
          return seen;
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var looks = threads.submit(reading);
      for (int round = 1; round <= 40; round++) {
        int weight = round;
        try (var update = writer.update()) {
          update.relays(
              Instant.ofEpochSecond(weight),
              IntStream.range(0, 50 * (1 + round % 3))
                  .mapToObj(number -> relay(number, ",\"consensus_weight\":" + weight))
                  .toList());
          update.publish();
        }
      }
      done.set(true);
      assertThat(looks.get()).isPositive();
    }
  }

  /** As two processes on one database. */
  @Test
  void severalWritersLoseNothing() throws Exception {
    var stores = List.of(open(), open());
    int each = 20;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Callable<Void>>();
      for (var store : stores) {
        all.add(
            () -> {
              for (int round = 0; round < each; round++) {
                try (var update = store.update()) {
                  var former = store.memory("count").map(bytes -> bytes[0]).orElse((byte) 0);
                  update.remember("count", new byte[] {(byte) (former + 1)});
                  update.publish();
                }
              }
              return null;
            });
      }
      for (var result : threads.invokeAll(all)) {
        result.get();
      }
    }
    assertThat(stores.getFirst().newest()).isEqualTo(2L * each);
    assertThat(stores.getLast().memory("count")).hasValue(new byte[] {(byte) (2 * each)});
  }

  @Test
  void refusesAnotherProgramsDatabase() throws Exception {
    run("create table orders (number integer)");
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("another program's database")
        .hasMessageContaining("orders");
  }

  @Test
  void refusesTheFormOfANewerProgram() throws Exception {
    open().close();
    run("update atlas_form set form = 99");
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("form 99")
        .hasMessageContaining("newer program");
  }

  private void run(String sql) throws Exception {
    try (var connection = DriverManager.getConnection(jdbc());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
