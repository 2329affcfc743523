package org.bulbil.atlas.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.ingest.Told;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.OwnPage.Proof;
import org.bulbil.atlas.network.Purse;
import org.bulbil.atlas.store.SqlStore;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.message.MessageSigner;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.contact.WalletProof;
import org.bulbil.core.contact.WalletStatement;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Day;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.tor.testing.PaperRelay;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a relay says of itself is shown as its word, checked, and contradicted where it is not so.
 */
class PageWatchTest {

  private static final Day DAY = new Day(Duration.ofSeconds(60));
  private static final Http.Limits QUICK = new Http.Limits(Duration.ofSeconds(2), 1 << 16);

  private final MessageSigner wallet =
      MessageSigner.of(Account.of(Words.draw(new Random(3)), Network.REGTEST));
  private final PaperRelay relay = new PaperRelay();
  private final TestingTime time = new TestingTime();
  private final Map<String, String> served = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Http http = new Http(QUICK);
  @TempDir private Path folder;
  private HttpServer server;
  private SqlStore store;

  PageWatchTest() throws GeneralSecurityException {}

  @BeforeEach
  void open() throws Exception {
    store = SqlStore.open(folder.resolve("atlas.db").toString(), Chain.REGTEST, time);
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 5);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var path = exchange.getRequestURI().getPath();
            asked.add(path);
            var found = served.get(path);
            var body = String.valueOf(found).getBytes(StandardCharsets.UTF_8);
            if ("elsewhere".equals(found)) {
              exchange.getResponseHeaders().set("Location", "/secret");
            }
            int code = found == null ? 404 : "elsewhere".equals(found) ? 302 : 200;
            exchange.sendResponseHeaders(code, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    relay.published = time.now();
    relay.expiry = relay.published.plus(Duration.ofDays(30));
    publish(contact(wallet.address().toString()));
    serve(Map.of());
  }

  @AfterEach
  void close() {
    server.stop(0);
    store.close();
    http.close();
  }

  private static String contact(String address) {
    return "email:a[]b.test btc:" + address + " bulbil generation:0 genes:01234567";
  }

  /** What the directory says. */
  private void publish(String contact) throws GeneralSecurityException {
    served.put("/tor/server/fp/" + relay.fingerprint(), relay.descriptor("bulbil1", contact));
    try (var update = store.update()) {
      update.relays(
          time.now(),
          List.of(PaperDetails.of(relay.fingerprint().value(), "127.0.0.1:9001", contact)));
      update.publish();
    }
  }

  /** What the relay says: the truth, but for {@code lies}. */
  private void serve(Map<String, String> lies) throws GeneralSecurityException {
    var words = new HashMap<>(Map.of("READ", "1000", "WRITTEN", "2000", "UPTIME", "100"));
    words.put("ASOF", time.now().toString());
    words.put("END", time.now().plusSeconds(600).toString());
    words.put("FINGERPRINT", relay.fingerprint().value());
    words.put("ADDRESS", wallet.address().toString());
    words.put("GENERATION", "0");
    words.put("RECEIVED", "5000");
    words.put("NAME", "The Tor Project");
    words.putAll(lies);
    var status =
        """
        {"as_of":"ASOF","hostname":"bulbil1",
        "relay":{"fingerprint":"FINGERPRINT","uptime_seconds":UPTIME,"bytes_read":READ,"bytes_written":WRITTEN},
        "descent":{"generation":GENERATION,"parent":""},
        "lease":{"provider":"x","rent_cents":38,"end":"END","runway_days":20.5},
        "money":{"address":"ADDRESS","known":true,"price_cents":10000000},
        "will":{"name":"NAME","address":"y"},
        "account":{"received_sat":RECEIVED},"unheard":[1,{}]}
        """;
    for (var word : words.entrySet()) {
      status = status.replace(word.getKey(), word.getValue());
    }
    served.put("/status.json", status);
    served.put(
        "/.well-known/bulbil.json",
        "{\"version\":1,\"address\":\"%s\"}".formatted(words.get("ADDRESS")));
    served.put(
        "/decisions.json",
        """
        {"hostname":"bulbil1","entries":[
        {"at":"2026-11-22T12:00:00Z","kind":"DECISION","words":"rest: \\u0007 nothing\\nto do"},
        {"at":"never","kind":"DECISION","words":"lost"}]}
        """);
    served.put("/proof", proof());
  }

  private String proof() throws GeneralSecurityException {
    var statement =
        new WalletStatement(
            relay.fingerprint().value(), Optional.empty(), wallet.address().toString());
    return new WalletProof(statement.text(), wallet.sign(statement.text()).value()).text();
  }

  private PageWatch watch(Reach reach) {
    var here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new PageWatch(
        new PageWatch.Settings(http, reach, server.getAddress().getPort(), DAY, Pace.SANDBOX),
        new Descriptors(List.of(here), new DirectoryClient(http)),
        store::snapshot,
        time);
  }

  private Outcome<Told> look() throws InterruptedException {
    return watch(Reach.SANDBOX).bringUpToDate(store);
  }

  private OwnPage page() throws GeneralSecurityException {
    return store.snapshot().relay(relay.fingerprint()).orElseThrow().page().orElseThrow();
  }

  @Test
  void theTruthIsShownAndProven() throws Exception {
    assertThat(look()).isInstanceOf(Outcome.Done.class);
    var page = page();
    assertThat(page.contradictions()).isEmpty();
    assertThat(page.proof()).isEqualTo(new Proof.Verified());
    assertThat(page.address()).contains(wallet.address().toString());
    assertThat(page.rent()).contains(Cents.of(38));
    assertThat(page.paidUntil()).contains(time.now().plusSeconds(600));
    assertThat(page.runsUntil()).contains(time.now().plusSeconds(1230));
    assertThat(page.beneficiary()).contains("The Tor Project");
    assertThat(page.decisions())
        .containsExactly(
            new OwnPage.Decision(Instant.parse("2026-11-22T12:00:00Z"), "rest: nothing to do"));
  }

  @Test
  void anAddressThatTheDirectoryDoesNotNameIsContradicted() throws Exception {
    var thief = Account.of(Words.draw(new Random(4)), Network.REGTEST);
    var other = MessageSigner.of(thief).address().toString();
    serve(Map.of("ADDRESS", other));
    look();
    assertThat(page().contradictions())
        .anySatisfy(it -> assertThat(it).contains(other, "contact line"));
  }

  @Test
  void aProofOfAnotherRelayIsRefuted() throws Exception {
    var statement =
        new WalletStatement("A".repeat(40), Optional.empty(), wallet.address().toString());
    served.put(
        "/proof", new WalletProof(statement.text(), wallet.sign(statement.text()).value()).text());
    look();
    assertThat(page().proof()).isInstanceOf(Proof.Refuted.class);
    served.remove("/proof");
    look();
    assertThat(page().proof()).isEqualTo(new Proof.Absent());
  }

  @Test
  void withoutADescriptorNothingIsProven() throws Exception {
    served.remove("/tor/server/fp/" + relay.fingerprint());
    look();
    assertThat(page().proof()).isEqualTo(new Proof.Absent());
  }

  @Test
  void otherLiesAreNamed() throws Exception {
    serve(
        Map.of(
            "FINGERPRINT", "B".repeat(40),
            "GENERATION", "3",
            "ASOF", "2020-01-01T00:00:00Z"));
    look();
    assertThat(page().contradictions())
        .anySatisfy(it -> assertThat(it).contains("another relay"))
        .anySatisfy(it -> assertThat(it).contains("generation 3"))
        .anySatisfy(it -> assertThat(it).contains("2020-01-01"));
  }

  @Test
  void moneyThatTheChainDoesNotKnowIsContradicted() throws Exception {
    var watch = watch(Reach.SANDBOX);
    watch.bringUpToDate(store);
    time.pause(Duration.ofSeconds(10));
    purse(Sats.of(1000));
    watch.bringUpToDate(store);
    assertThat(page().contradictions())
        .anySatisfy(it -> assertThat(it).contains("5000 sat", "1000"));
    time.pause(Duration.ofSeconds(10));
    purse(Sats.of(5000));
    watch.bringUpToDate(store);
    assertThat(page().contradictions()).noneMatch(it -> it.contains("chain"));
  }

  private void purse(Sats received) {
    var address = BitcoinAddress.read(wallet.address().toString()).answer().orElseThrow();
    try (var update = store.update()) {
      update.purses(Map.of(address, new Purse(received, Sats.ZERO, received, time.now())));
      update.publish();
    }
  }

  @Test
  void aPageThatFallsSilentStaysWithItsAge() throws Exception {
    look();
    var before = page();
    served.remove("/status.json");
    time.pause(Duration.ofHours(1));
    assertThat(look()).isInstanceOf(Outcome.Unknown.class);
    assertThat(page()).isEqualTo(before);
  }

  @Test
  void nobodyIsSentElsewhereOrIntoThisMachine() throws Exception {
    served.put("/status.json", "elsewhere");
    look();
    assertThat(asked).contains("/status.json").doesNotContain("/secret");
    asked.clear();
    assertThat(watch(Reach.PUBLIC).bringUpToDate(store)).isInstanceOf(Outcome.Unknown.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void aStrangerWithoutHeritageIsNotVisited() throws Exception {
    publish("btc:" + wallet.address());
    assertThat(look()).isEqualTo(Outcome.done(Told.nothingNew()));
    assertThat(asked).isEmpty();
  }

  @Test
  void hugeOrBrokenPagesAreNone() throws Exception {
    for (var broken : List.of("x".repeat(1 << 17), "{", "[]", "null", "[".repeat(30_000))) {
      served.put("/status.json", broken);
      assertThat(look()).isInstanceOf(Outcome.Unknown.class);
    }
    served.put("/status.json", "{}");
    assertThat(look()).isInstanceOf(Outcome.Done.class);
    assertThat(page().address()).isEmpty();
  }

  @Test
  void itsTrafficIsDrawnUntilTorPublishesItsOwn() throws Exception {
    var watch = watch(Reach.SANDBOX);
    for (int i = 0; i < 5; i++) {
      var bytes = Integer.toString(10_000 * i);
      serve(Map.of("READ", bytes, "WRITTEN", bytes, "UPTIME", Integer.toString(10 * i)));
      watch.bringUpToDate(store);
      time.pause(Duration.ofSeconds(10));
    }
    var series = store.histories(relay.fingerprint().value(), Chronicle.BANDWIDTH);
    assertThat(series).extracting(it -> it.name()).contains("read_history", "write_history");
    var graph = series.getFirst().graphs().values().iterator().next();
    assertThat(graph.value(0).orElseThrow()).isBetween(990.0, 1010.0);
  }
}
