package org.bulbil.atlas.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bulbil.atlas.ingest.Paper.document;
import static org.bulbil.atlas.ingest.Paper.fingerprint;
import static org.bulbil.atlas.ingest.Paper.history;
import static org.bulbil.atlas.ingest.Paper.relay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.history.Series;
import org.bulbil.atlas.ingest.Paper.Packing;
import org.bulbil.atlas.store.SqlStore;
import org.bulbil.atlas.store.Store;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.MemoryFolder;
import org.bulbil.core.testing.SimulatedTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the files in a folder: taken, passed over, or refused without loss. */
class DocumentsFolderTest {

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  private Path documents;
  private Store store;
  private DocumentsFolder source;

  @BeforeEach
  void open() throws IOException {
    documents = Files.createDirectory(folder.resolve("documents"));
    store =
        SqlStore.open(folder.resolve("atlas.db").toString(), Chain.MAINNET, new SimulatedTime());
    source = new DocumentsFolder(documents);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(documents.resolve(name), text);
  }

  private Told read() {
    return read(source);
  }

  private Told read(DocumentsFolder of) {
    return of.bringUpToDate(store).answer().orElseThrow();
  }

  private String refusal() {
    var outcome = source.bringUpToDate(store);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return outcome.summary();
  }

  private List<String> nicknames() {
    return store.snapshot().relays().stream().map(relay -> relay.details().nickname()).toList();
  }

  @ParameterizedTest
  @EnumSource(Packing.class)
  void readsEveryKindHoweverItIsPacked(Packing packing) throws IOException {
    var all =
        Stream.of(
            document(Paper.PUBLISHED, List.of(relay(1)), List.of(Paper.bridge(2))),
            document(history(1, "uptime", 900)),
            document(history(1, "consensus_weight_fraction", 5)),
            document(history(1, "read_history", 7)),
            document(Paper.PUBLISHED, List.of(), List.of(history(2, "average_clients", 3))));
    var names = List.of("details", "uptime", "my-weights-1", "BANDWIDTH", "clients").iterator();
    for (var text : all.toList()) {
      var name = names.next() + ".json" + packing.ending();
      Files.write(documents.resolve(name), packing.pack(text));
    }
    var told = read();
    assertThat(told.counts())
        .containsEntry("relays", 1L)
        .containsEntry("bridges", 1L)
        .containsEntry("histories", 4L)
        .containsEntry("skipped", 0L)
        .containsEntry("refused", 0L);
    assertThat(told.published()).hasValue(Instant.parse("2026-02-22T13:00:00Z"));
    var snapshot = store.snapshot();
    assertThat(snapshot.relaysPublished()).isEqualTo("2026-02-22T13:00:00Z");
    assertThat(snapshot.bridges()).hasSize(1);
    assertThat(nicknames()).containsExactly("relay1");
    assertThat(store.document(fingerprint(1), Chronicle.UPTIME))
        .hasValue(history(1, "uptime", 900).getBytes(StandardCharsets.UTF_8));
    assertThat(store.histories(fingerprint(2), Chronicle.CLIENTS))
        .extracting(Series::name)
        .containsExactly("average_clients");
    assertThat(store.histories(fingerprint(1), Chronicle.BANDWIDTH)).hasSize(1);
    assertThat(store.histories(fingerprint(1), Chronicle.WEIGHTS)).hasSize(1);
  }

  @Test
  void whatANameDoesNotSayTheContentDoes() throws IOException {
    write("a.json", document(relay(1)));
    write("b", document(history(1, "uptime", 1)));
    write("notes.txt", "milk, bread");
    write("cases.json", "{\"relays\":[{\"nickname\":\"x\"}]}");
    write(".hidden", "{");
    var told = read();
    assertThat(nicknames()).containsExactly("relay1");
    assertThat(store.document(fingerprint(1), Chronicle.UPTIME)).isPresent();
    assertThat(told.remarks())
        .hasSize(2)
        .anyMatch(remark -> remark.startsWith("notes.txt is passed over: it is no JSON"))
        .anyMatch(remark -> remark.startsWith("cases.json is passed over: it names no version"));
  }

  @Test
  void aSummaryAloneIsBetterThanNothing() throws IOException {
    write(
        "summary.json",
        document(
            Paper.PUBLISHED,
            List.of(
                """
                {"n":"moria1","f":"%s","a":["128.31.0.34","[2001:db8::1]"],"r":true}"""
                    .formatted(fingerprint(1))),
            List.of("{\"n\":\"b\",\"h\":\"%s\",\"r\":false}".formatted(fingerprint(2)))));
    read();
    var relay = store.snapshot().relays().getFirst().details();
    assertThat(relay.nickname()).isEqualTo("moria1");
    assertThat(relay.orAddresses()).containsExactly("128.31.0.34:0", "[2001:db8::1]:0");
    assertThat(relay.running()).isTrue();
    assertThat(relay.lastSeen()).isEqualTo(Paper.PUBLISHED);
    assertThat(store.snapshot().bridges().getFirst().nickname()).isEqualTo("b");
    write("details.json", document(relay(1)));
    read();
    assertThat(nicknames()).containsExactly("relay1");
  }

  @Test
  void historiesAloneAreKeptForRelaysToCome() throws IOException {
    write("uptime.json", document(history(1, "uptime", 1)));
    read();
    assertThat(store.snapshot().relays()).isEmpty();
    assertThat(store.document(fingerprint(1), Chronicle.UPTIME)).isPresent();
  }

  /** An excerpt that is newer than the whole does not make the whole newer. */
  @Test
  void severalFilesOfAKindAreOneNetwork() throws IOException {
    write("details-1.json", document(relay(1), relay(2), relay(3)));
    write(
        "details-0.json",
        document("2026-09-04 03:00:00", List.of(relay(2, ",\"nickname\":\"newer\"")), List.of()));
    read();
    assertThat(nicknames()).containsExactly("relay1", "newer", "relay3");
    assertThat(store.snapshot().relaysPublished()).isEqualTo("2026-02-22T13:00:00Z");
  }

  @Test
  void advertisedBandwidthGivesWayToWhatWasCarried() throws IOException {
    write(
        "bandwidth-advertised.json",
        document(
            "2026-03-01 00:00:00",
            List.of(history(1, "advertised_bandwidth", 1), history(2, "advertised_bandwidth", 1)),
            List.of()));
    write("bandwidth.json", document(history(1, "write_history", 2)));
    read();
    assertThat(store.histories(fingerprint(1), Chronicle.BANDWIDTH))
        .extracting(Series::name)
        .containsExactly("write_history");
    assertThat(store.histories(fingerprint(2), Chronicle.BANDWIDTH)).hasSize(1);
  }

  @Test
  void isReadAgainOnlyWhenItHasChanged() throws IOException {
    write("details.json", document(relay(1)));
    read();
    assertThat(read()).isEqualTo(Told.nothingNew());
    assertThat(store.newest()).as("the network, and what was read").isEqualTo(2);
    write("details-more.json", document(relay(2)));
    assertThat(read().counts()).containsEntry("relays", 2L);
  }

  /** Aim: a map is open at once after a restart, and never shows another folder's network. */
  @Test
  void anotherRunKnowsWhatWasReadLast() throws IOException {
    write("details.json", document(relay(1)));
    read();
    assertThat(DocumentsFolder.sinceLast(documents).bringUpToDate(store))
        .isEqualTo(Outcome.done(Told.nothingNew()));
    assertThat(read(new DocumentsFolder(documents)).counts()).containsEntry("relays", 1L);

    var other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("details.json"), document(relay(2)));
    assertThat(read(DocumentsFolder.sinceLast(other)).counts()).containsEntry("relays", 1L);
    assertThat(read(DocumentsFolder.sinceLast(documents)).counts()).containsEntry("relays", 1L);
    assertThat(store.snapshot().relays().getFirst().fingerprint().value())
        .isEqualTo(fingerprint(1));
  }

  static Stream<String> wrongRelays() {
    return Stream.of(
        "7",
        "\"a\"",
        "null",
        "[[]]",
        "{}",
        "{\"fingerprint\":\"" + fingerprint(5) + "\"}",
        relay(5).replace(fingerprint(5), "<script>"),
        relay(5).replace("\"consensus_weight\":20", "\"consensus_weight\":\"many\""),
        relay(5, ",\"exit_probability\":1e400"),
        relay(5, ",\"exit_probability\":NaN"),
        relay(5, ",\"flags\":[\"Fast\",null]"),
        relay(5, ",\"flags\":\"Fast\""),
        relay(5, ",\"flags\":{\"a\":1}"),
        relay(5).replace("\"running\":true", "\"running\":\"yes\""),
        relay(5).replace("\"last_seen\":\"2026-02-22 13:00:00\"", "\"last_seen\":\"yesterday\""),
        relay(5, ",\"x\":" + "[".repeat(30) + "]".repeat(30)),
        relay(5, ",\"contact\":\"" + "x".repeat(Pieces.NODE_BYTES_MAX) + "\""));
  }

  @ParameterizedTest
  @MethodSource("wrongRelays")
  void aRelayThatIsWrongCostsOnlyItself(String wrong) throws IOException {
    write("details.json", document(relay(1), wrong, relay(2)));
    var told = read();
    assertThat(nicknames()).containsExactly("relay1", "relay2");
    assertThat(told.counts()).containsEntry("skipped", 1L).containsEntry("relays", 2L);
    assertThat(told.remarks()).singleElement().asString().contains("details.json: 1 left out");
  }

  static Stream<String> wrongHistories() {
    return Stream.of(
        history(5, "uptime", 1000),
        history(5, "uptime", -1),
        history(5, "uptime", 1).replace("[1,null]", "[\"1\"]"),
        history(5, "uptime", 1).replace("14400", "0"),
        history(5, "uptime", 1).replace("14400", "\"14400\""),
        history(5, "uptime", 1).replace("0.001", "1e999"),
        history(5, "uptime", 1).replace("2026-02-01 02", "02"),
        history(5, "uptime", 1).replace("}}}", "}},\"x\":tru}"),
        history(5, "uptime", 1).replace("}}}", "}},\"x\":\"\u00e4\"}"),
        history(5, "uptime", 1).replace("[1,null]", "[" + "1,".repeat(9_999) + "1]"),
        history(5, "uptime", 1).replace(fingerprint(5), "5"));
  }

  @ParameterizedTest
  @MethodSource("wrongHistories")
  void aHistoryThatIsWrongCostsOnlyItself(String wrong) throws IOException {
    write("uptime.json", document(history(1, "uptime", 1), wrong, history(2, "uptime", 1)));
    assertThat(read().counts()).containsEntry("histories", 2L).containsEntry("skipped", 1L);
    assertThat(store.document(fingerprint(5), Chronicle.UPTIME)).isEmpty();
    assertThat(store.document(fingerprint(2), Chronicle.UPTIME)).isPresent();
  }

  @Test
  void aYoungRelayHasNoHistoryAndThatIsNoFault() throws IOException {
    write(
        "uptime.json",
        document(
            "{\"fingerprint\":\"" + fingerprint(1) + "\",\"uptime\":{}}", history(2, "uptime", 1)));
    assertThat(read().counts()).containsEntry("histories", 1L).containsEntry("skipped", 0L);
  }

  /** A file, and the words that must stand in what is said of it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Broken(String name, byte[] content, String rule) {

    Broken(String name, String content, String rule) {
      this(name, content.getBytes(StandardCharsets.UTF_8), rule);
    }

    @Override
    public String toString() {
      return rule;
    }
  }

  static Stream<Broken> broken() {
    var good = document(relay(7), relay(8), relay(9));
    return Stream.of(
        new Broken("details.json.gz", cut(Packing.GZIP.pack(good)), "is cut off"),
        new Broken("details.json.xz", cut(Packing.XZ.pack(good)), "is cut off"),
        new Broken("details.json", good.substring(0, good.length() - 20), "is cut off"),
        new Broken("details.json", "", "is cut off"),
        new Broken("details.json.xz", damaged(Packing.XZ.pack(good)), "cannot be read"),
        new Broken("details.json", good.replace("8.0", "9.0"), "is of version 9.0"),
        new Broken("details.json", good.replace("\"version\":\"8.0\",", ""), "names no version"),
        new Broken("details.json", good + "x", "goes on after its end"),
        new Broken("details.json", good.replace("relay8", "relay\n8"), "control character"),
        new Broken("details.json", good.replace("_published", "_when"), "of what moment"),
        new Broken("details.json", good.replace("22 13:00", "31 13:00"), "relays_published"),
        new Broken("details.json", good.replace("},\n{", "}\n{"), "a comma should be"),
        new Broken("details.json", "[]", "is no JSON object"),
        new Broken(
            "details.json",
            document(Collections.nCopies(50_001, relay(7)).toArray(String[]::new)),
            "has more than 50,000 relays"),
        new Broken(
            "details.json.gz",
            Packing.GZIP.pack(
                good.replace("\"relays\":[", "\"relays\":[" + " ".repeat(100_000_000))),
            "is longer than 100,000,000 bytes"));
  }

  private static byte[] cut(byte[] packed) {
    return Arrays.copyOf(packed, packed.length - 20);
  }

  private static byte[] damaged(byte[] packed) {
    packed[packed.length / 2] ^= 0x55;
    return packed;
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aBrokenDocumentIsNamedAndNothingIsLost(Broken broken) throws IOException {
    write("details.json", document(relay(1), relay(2)));
    read();
    Files.delete(documents.resolve("details.json"));
    Files.write(documents.resolve(broken.name()), broken.content());
    assertThat(refusal()).contains(broken.name() + " ").contains(broken.rule());
    assertThat(nicknames()).containsExactly("relay1", "relay2");
  }

  @Test
  void aBrokenDocumentDoesNotKeepTheOthersOut() throws IOException {
    write("details.json", document(relay(1)));
    write("uptime.json", document(history(1, "uptime", 1)).substring(0, 300));
    write("weights.json", document(history(1, "exit_probability", 1)));
    var told = read();
    assertThat(told.counts()).containsEntry("refused", 1L).containsEntry("histories", 1L);
    assertThat(told.remarks()).containsExactly("uptime.json is cut off: it ends in the middle");
    assertThat(store.document(fingerprint(1), Chronicle.UPTIME)).isEmpty();
  }

  /** A mirror that has lost everything says so in good form. */
  @Test
  void anEmptyNetworkIsNotBelieved() throws IOException {
    write("details.json", document(relay(1)));
    read();
    write("details.json", document());
    var _ = refusal();
    assertThat(nicknames()).containsExactly("relay1");
  }

  @Test
  void anEmptyFolderSaysSo() {
    assertThat(refusal()).contains("there are no documents");
  }
}
