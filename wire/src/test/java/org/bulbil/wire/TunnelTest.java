package org.bulbil.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Through a tunnel every exchange goes by CONNECT, with names unresolved, and ends as well. */
class TunnelTest {

  /** Nobody's: a name that no resolver knows. */
  private static final String ONION = "http://" + "a".repeat(56) + ".onion";

  private static final Http.Limits PATIENT = new Http.Limits(Duration.ofSeconds(20), 1000);

  private HttpServer server;
  private ConnectProxy proxy;
  private Http http;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    proxy = new ConnectProxy(server.getAddress().getPort());
    http = new Http(PATIENT, Optional.of(proxy.tunnel()));
  }

  @AfterEach
  void stop() throws IOException {
    http.close();
    proxy.close();
    server.stop(0);
  }

  /** Says method, path, host, a header and the body back. */
  private void echo(long length) {
    server.createContext(
        "/",
        exchange -> {
          var said = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          var headers = exchange.getRequestHeaders();
          var words =
              "%s %s %s %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      headers.getFirst("Host"),
                      headers.getFirst("X-Test"),
                      said);
          exchange.sendResponseHeaders(201, length < 0 ? words.length() : 0);
          exchange.getResponseBody().write(words.getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0})
  void anOnionServiceIsReachedByNameAlone(long length) {
    echo(length); // With a length, and in chunks.
    var request =
        Request.of("POST", URI.create(ONION + "/token/t?a=b%20c"))
            .withBody("application/json", "{\"x\": 1}")
            .withHeader("X-Test", "yes");
    var reply = http.exchange(request).answer().orElseThrow();
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.text())
        .isEqualTo("POST /token/t?a=b%20c " + "a".repeat(56) + ".onion yes {\"x\": 1}");
    assertThat(reply.date()).isPresent();
    assertThat(proxy.asked()).containsExactly("CONNECT " + "a".repeat(56) + ".onion:80 HTTP/1.1");
  }

  @Test
  void httpsIsConnectedByNameAsWell() {
    proxy.verdict = "HTTP/1.1 502 Bad Gateway";
    var answer = http.get(URI.create("https://api.sporestack.test/token/ss_t_secret"));
    assertThat(answer.summary()).startsWith("unknown").doesNotContain("secret");
    assertThat(proxy.asked()).containsOnly("CONNECT api.sporestack.test:443 HTTP/1.1");
  }

  @Test
  void aTunnelThatDoesNotGetThroughIsUnknown() throws IOException {
    proxy.verdict = "HTTP/1.0 504 Gateway Timeout";
    assertThat(http.get(URI.create(ONION + "/token/ss_t_secret")).summary())
        .isEqualTo("unknown: the tunnel does not get through (504)");
    proxy.close();
    assertThat(http.get(URI.create(ONION + "/token/ss_t_secret")).summary())
        .startsWith("unknown: no connection")
        .doesNotContain("secret");
  }

  @Test
  void tooLongAnAnswerIsUnknown() {
    for (var length : new long[] {2000, 0}) {
      var path = "/long" + length;
      server.createContext(
          path,
          exchange -> {
            exchange.sendResponseHeaders(200, length);
            exchange.getResponseBody().write(new byte[2000]);
            exchange.close();
          });
      assertThat(http.get(URI.create(ONION + path)).summary()).contains("more than 1000 bytes");
    }
  }

  @Test
  void silenceIsGivenUp() throws IOException {
    var limits = new Http.Limits(Duration.ofMillis(300), 1000);
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var deaf =
            new Http(limits, Optional.of(Tunnel.parse("127.0.0.1:" + silent.getLocalPort())))) {
      assertThat(deaf.get(URI.create(ONION + "/"))).isInstanceOf(Outcome.Unknown.class);
    }
  }

  @Test
  void anAnswerThatTricklesForEverIsGivenUp() {
    server.createContext("/trickle", new Trickle());
    var limits = new Http.Limits(Duration.ofMillis(300), 1000);
    try (var hasty = new Http(limits, Optional.of(proxy.tunnel()))) {
      assertThat(hasty.get(URI.create(ONION + "/trickle"))).isInstanceOf(Outcome.Unknown.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense\r\n\r\n",
        "HTTP/1.1 99 x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nA: b",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffff0\r\n",
      })
  void whatIsNoHttpIsAnError(String bytes) {
    assertThatThrownBy(() -> incoming(bytes).reply(1000)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nshort",
      })
  void whatIsCutOffIsUnknown(String bytes) throws IOException {
    assertThat(incoming(bytes).reply(1000).summary()).contains("cut off");
  }

  @Test
  void aHeadWithoutEndIsNotRead() {
    var endless = "HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(20_000);
    assertThatThrownBy(() -> incoming(endless).reply(1000)).isInstanceOf(IOException.class);
  }

  private static Incoming incoming(String bytes) {
    return new Incoming(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void aTunnelIsHostAndPort() {
    assertThat(Tunnel.parse("127.0.0.1:9060")).hasToString("127.0.0.1:9060");
    for (var bad : new String[] {"", "9060", "127.0.0.1", "socks5h://x:1", "x:99999"}) {
      assertThatThrownBy(() -> Tunnel.parse(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
