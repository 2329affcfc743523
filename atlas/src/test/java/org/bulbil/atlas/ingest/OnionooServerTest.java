package org.bulbil.atlas.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.ingest.Paper.Packing;
import org.bulbil.atlas.store.SqlStore;
import org.bulbil.atlas.store.Store;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.MemoryFolder;
import org.bulbil.core.testing.SimulatedTime;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a server of the protocol is asked, and what its answers change. */
class OnionooServerTest {

  private static final String MODIFIED = "Sun, 22 Feb 2026 13:10:00 GMT";

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  private final SimulatedTime time = new SimulatedTime();
  private final Map<String, String> documents = new ConcurrentHashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private Http http;
  private Store store;
  private OnionooServer source;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    http = new Http(new Http.Limits(Duration.ofSeconds(20), 1_000_000));
    store = SqlStore.open(folder.resolve("atlas.db").toString(), Chain.MAINNET, time);
    var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/onionoo");
    source = new OnionooServer(base, http, time);
    documents.put("details", Paper.document(Paper.relay(1)));
    documents.put("uptime", Paper.document(Paper.history(1, "uptime", 5)));
    documents.put("bandwidth", Paper.document(Paper.history(1, "read_history", 5)));
    documents.put("weights", Paper.document(Paper.history(1, "exit_probability", 5)));
    documents.put("clients", Paper.document());
  }

  @AfterEach
  void close() {
    http.close();
    server.stop(0);
    store.close();
  }

  /** As Onionoo does: packed where that is wished, and nothing where nothing has changed. */
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      var kind = exchange.getRequestURI().getPath().replace("/onionoo/", "");
      asked.add(kind + " " + headers.getFirst("If-Modified-Since"));
      var document = documents.get(kind);
      if (document == null) {
        exchange.sendResponseHeaders(503, -1);
      } else if (MODIFIED.equals(headers.getFirst("If-Modified-Since"))) {
        exchange.sendResponseHeaders(304, -1);
      } else {
        assertThat(headers.getFirst("Accept-Encoding")).isEqualTo("gzip");
        var body =
            document.startsWith("{")
                ? Packing.GZIP.pack(document)
                : document.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.getResponseHeaders().set("Last-Modified", MODIFIED);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Test
  void bringsAllDocumentsAndThenOnlyWhatIsNew() throws InterruptedException {
    var begun = time.now();
    var told = source.bringUpToDate(store).answer().orElseThrow();
    assertThat(told.counts()).containsEntry("relays", 1L).containsEntry("histories", 3L);
    assertThat(asked)
        .containsExactly(
            "details null", "uptime null", "bandwidth null", "weights null", "clients null");
    assertThat(time.now()).as("a pause between").isAfterOrEqualTo(begun.plusSeconds(8));
    assertThat(store.snapshot().relays()).hasSize(1);
    assertThat(store.document(Paper.fingerprint(1), Chronicle.WEIGHTS)).isPresent();
    long number = store.newest();

    asked.clear();
    assertThat(source.bringUpToDate(store).answer().orElseThrow().published()).isEmpty();
    assertThat(asked).contains("details " + MODIFIED, "weights " + MODIFIED);
    assertThat(store.newest()).isEqualTo(number);
  }

  @Test
  void aMissingHistoryKeepsTheRestNotOut() throws InterruptedException {
    documents.remove("weights");
    var told = source.bringUpToDate(store).answer().orElseThrow();
    assertThat(told.remarks()).anyMatch(remark -> remark.startsWith("weights: refused (503)"));
    assertThat(store.snapshot().relays()).hasSize(1);
  }

  @Test
  void withoutDetailsTheServerHasFailed() throws InterruptedException {
    documents.remove("details");
    assertThat(source.bringUpToDate(store)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void whatIsNoDocumentOrTooLargeIsRefusedAndAskedAgain() throws InterruptedException {
    source.bringUpToDate(store);
    documents.put("details", "<html>");
    server.removeContext("/");
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var body = "<html>".repeat(300_000).getBytes(StandardCharsets.UTF_8);
            boolean isDetails = exchange.getRequestURI().getPath().endsWith("details");
            exchange.sendResponseHeaders(200, isDetails ? 6 : body.length);
            exchange.getResponseBody().write(body, 0, isDetails ? 6 : body.length);
          }
        });
    var outcome = source.bringUpToDate(store);
    assertThat(outcome.summary()).contains("is no JSON object");
    assertThat(store.snapshot().relays()).hasSize(1);
  }

  @Test
  void nobodyThere() throws InterruptedException {
    server.stop(0);
    assertThat(source.bringUpToDate(store)).isInstanceOf(Outcome.Unknown.class);
  }
}
