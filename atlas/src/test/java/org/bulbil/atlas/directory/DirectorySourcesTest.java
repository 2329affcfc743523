package org.bulbil.atlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.history.GraphHistory;
import org.bulbil.atlas.history.Span;
import org.bulbil.atlas.ingest.Source;
import org.bulbil.atlas.ingest.Told;
import org.bulbil.atlas.store.SqlStore;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.tor.testing.PaperRelay;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** What an authority or a folder says becomes relays and histories, once, and never half. */
class DirectorySourcesTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String FLAGS = "Fast Running Valid";
  private static final String TRAFFIC =
      """
      write-history 2026-11-22 12:00:00 (86400 s) 8640000,17280000,25920000
      read-history 2026-11-22 12:00:00 (86400 s) 8640000,8640000,8640000
      """;

  private final PaperRelay relay = new PaperRelay();
  private final PaperRelay other = new PaperRelay();
  private final Http http = new Http(Http.Limits.USUAL);
  @TempDir private Path home;
  private Path folder;
  private SqlStore store;
  private PaperAuthority authority;

  DirectorySourcesTest() throws GeneralSecurityException {}

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectory(home.resolve("collector"));
    store = SqlStore.open(home.resolve("atlas.db").toString(), Chain.REGTEST, new TestingTime());
    authority = new PaperAuthority();
  }

  @AfterEach
  void close() {
    authority.close();
    store.close();
    http.close();
  }

  private Source source(URI... authorities) {
    return new AuthoritySource(
        List.of(authorities), new DirectoryClient(http), Duration.ofMinutes(20));
  }

  private void publish(PaperConsensus consensus) throws GeneralSecurityException {
    authority.documents.put(PaperAuthority.CONSENSUS, consensus.text());
    authority.documents.put(
        PaperAuthority.DESCRIPTORS,
        relay.descriptor("bulbil1", "btc:x") + other.descriptor("bulbil2", "none"));
    authority.documents.put(PaperAuthority.EXTRA_INFOS, relay.extraInfo("bulbil1", TRAFFIC));
  }

  private PaperConsensus hour(int number) throws GeneralSecurityException {
    return new PaperConsensus(NOON.plus(Duration.ofHours(number)))
        .with(relay, "bulbil1", FLAGS, 300);
  }

  @Test
  void anAuthorityTellsWhoIsThere() throws Exception {
    publish(hour(0).with(other, "bulbil2", FLAGS, 100));
    var told = done(source(authority.uri()));
    assertThat(told.published()).contains(NOON);
    assertThat(told.counts()).containsEntry("relays", 2L).containsEntry("extra-infos", 1L);
    var snapshot = store.snapshot();
    assertThat(snapshot.relaysPublished()).isEqualTo(NOON);
    assertThat(snapshot.relays()).hasSize(2);
    var found = snapshot.relay(relay.fingerprint()).orElseThrow().details();
    assertThat(found.contact()).isEqualTo("btc:x");
    assertThat(found.consensusWeightFraction()).isEqualTo(0.75);
    var written = graph(Chronicle.BANDWIDTH, "write_history").orElseThrow();
    assertThat(written.interval()).isEqualTo(Duration.ofDays(1));
    assertThat(written.value(written.count() - 1).orElseThrow()).isBetween(200.0, 300.0);
  }

  /** Aim: a hasty network, such as a sandbox's, is followed without anything being typed. */
  @Test
  void isAskedTwiceForEachConsensus() throws Exception {
    var asked = source(authority.uri());
    publish(hour(0));
    done(asked);
    assertThat(asked.interval()).as("an hour's").isEqualTo(Duration.ofMinutes(20));
    var hasty = hour(1);
    hasty.interval = Duration.ofSeconds(10);
    publish(hasty);
    done(asked);
    assertThat(asked.interval()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void theSameConsensusIsNothingNew() throws Exception {
    publish(hour(0));
    done(source(authority.uri()));
    long number = store.newest();
    assertThat(done(source(authority.uri()))).isEqualTo(Told.nothingNew());
    assertThat(store.newest()).isEqualTo(number);
  }

  @Test
  void historiesGrowFromConsensusToConsensus() throws Exception {
    for (int i = 0; i < 24; i++) {
      publish(i % 8 < 4 ? hour(i) : new PaperConsensus(NOON.plus(Duration.ofHours(i))));
      done(source(authority.uri()));
    }
    var uptime = graph(Chronicle.UPTIME, "uptime").orElseThrow();
    assertThat(uptime.interval()).isEqualTo(Duration.ofHours(4));
    assertThat(uptime.count()).isEqualTo(6);
    assertThat(uptime.value(0)).hasValue(1);
    assertThat(uptime.value(1)).hasValue(0);
    assertThat(graph(Chronicle.UPTIME, "flags.Fast")).isPresent();
    var weight = graph(Chronicle.WEIGHTS, "consensus_weight").orElseThrow();
    assertThat(weight.value(0).orElseThrow()).isBetween(299.0, 301.0);
  }

  /** A sandbox's whole life is shorter than one interval of Onionoo's. */
  @Test
  void aYoungNetworkHasFineGraphs() throws Exception {
    for (int i = 0; i < 30; i++) {
      var consensus =
          new PaperConsensus(NOON.plusSeconds(10L * i)).with(relay, "bulbil1", FLAGS, 300 + i);
      consensus.interval = Duration.ofSeconds(10);
      publish(consensus);
      done(source(authority.uri()));
    }
    var uptime = graph(Chronicle.UPTIME, "uptime").orElseThrow();
    assertThat(uptime.interval()).isEqualTo(Duration.ofSeconds(10));
    assertThat(uptime.count()).isEqualTo(30);
    assertThat(graph(Chronicle.WEIGHTS, "consensus_weight").orElseThrow().count()).isEqualTo(30);
  }

  @Test
  void theNextAuthorityIsAskedWhereOneFails() throws Exception {
    publish(hour(0));
    var dead = URI.create("http://127.0.0.1:1");
    done(source(dead, authority.uri()));
    assertThat(store.snapshot().relays()).hasSize(1);
    assertThat(source(dead).bringUpToDate(store)).isInstanceOf(Outcome.Unknown.class);
    assertThat(store.snapshot().relays()).hasSize(1);
  }

  @Test
  void aHalfConsensusChangesNothing() throws Exception {
    publish(hour(0));
    done(source(authority.uri()));
    authority.documents.computeIfPresent(
        PaperAuthority.CONSENSUS, (_, text) -> text.substring(0, text.length() / 2));
    assertThat(source(authority.uri()).bringUpToDate(store)).isInstanceOf(Outcome.Unknown.class);
    assertThat(store.snapshot().relays()).hasSize(1);
  }

  @Test
  void aFolderOfManyHoursIsReadInOrder() throws Exception {
    for (int i = 29; i >= 0; i--) {
      write("consensuses/" + (100 + i) + "-consensus", hour(i).text());
    }
    write("d/descriptors.gz", relay.descriptor("bulbil1", "btc:x"));
    write("e/extra-infos.xz", "@type extra-info 1.0\n" + relay.extraInfo("bulbil1", TRAFFIC));
    write("README", "nothing of this kind");
    var source = new CollectorFolder(folder, Duration.ofSeconds(1));
    var told = done(source);
    assertThat(told.counts())
        .containsEntry("consensuses", 30L)
        .containsEntry("descriptors", 1L)
        .containsEntry("extra-infos", 1L);
    var found = details();
    assertThat(found.firstSeen()).isEqualTo("2026-11-22 12:00:00");
    assertThat(found.lastSeen()).isEqualTo("2026-11-23 17:00:00");
    assertThat(graph(Chronicle.UPTIME, "uptime").orElseThrow().count()).isEqualTo(7);
    assertThat(done(source)).isEqualTo(Told.nothingNew());
    write("consensuses/130-consensus", hour(30).text());
    assertThat(done(source).counts()).containsEntry("consensuses", 1L);
    assertThat(done(new CollectorFolder(folder, Duration.ofSeconds(1))))
        .isEqualTo(Told.nothingNew());
  }

  @Test
  void whatIsBrokenInAFolderIsNamedAndTheRestIsRead() throws Exception {
    write("1-consensus", hour(0).text());
    write("2-consensus", hour(1).text().substring(0, 300));
    Files.writeString(folder.resolve("3.gz"), "no gzip");
    Files.writeString(folder.resolve("4.xz"), "no xz");
    write("5-descriptors", relay.descriptor("bulbil1", "mine").replace("mine", "yours"));
    var told = done(new CollectorFolder(folder, Duration.ofSeconds(1)));
    assertThat(told.remarks())
        .anySatisfy(it -> assertThat(it).contains("2-consensus", "cut off"))
        .anySatisfy(it -> assertThat(it).contains("3.gz"))
        .anySatisfy(it -> assertThat(it).contains("4.xz"));
    assertThat(told.counts()).containsEntry("skipped", 1L);
    assertThat(details().contact()).isNull();
  }

  @Test
  void anEmptyFolderIsUnknown() throws Exception {
    var source = new CollectorFolder(folder, Duration.ofSeconds(1));
    assertThat(source.bringUpToDate(store)).isInstanceOf(Outcome.Unknown.class);
    var absent = new CollectorFolder(folder.resolve("none"), Duration.ofSeconds(1));
    assertThat(absent.bringUpToDate(store)).isInstanceOf(Outcome.Unknown.class);
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (var out = packed(name, Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static OutputStream packed(String name, OutputStream out) throws IOException {
    if (name.endsWith(".xz")) {
      return new XZOutputStream(out, new LZMA2Options(1));
    }
    return name.endsWith(".gz") ? new GZIPOutputStream(out) : out;
  }

  private Told done(Source source) throws InterruptedException {
    var told = source.bringUpToDate(store);
    assertThat(told).isInstanceOf(Outcome.Done.class);
    return told.answer().orElseThrow();
  }

  private RelayDetails details() throws GeneralSecurityException {
    return store.snapshot().relay(relay.fingerprint()).orElseThrow().details();
  }

  private Optional<GraphHistory> graph(Chronicle chronicle, String name)
      throws GeneralSecurityException {
    return store.histories(relay.fingerprint().value(), chronicle).stream()
        .filter(series -> series.name().equals(name))
        .findFirst()
        .flatMap(series -> series.graph(Span.ONE_MONTH));
  }
}
