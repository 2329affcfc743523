package org.bulbil.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a server does, an exchange ends in time and as an outcome. */
class HttpTest {

  /** Long enough for an answer on a crowded machine. */
  private static final Http.Limits PATIENT = new Http.Limits(Duration.ofSeconds(20), 1000);

  /** For servers that would never answer. */
  private static final Http.Limits IMPATIENT = new Http.Limits(Duration.ofMillis(400), 1000);

  private HttpServer server;
  private final Http http = new Http(PATIENT);
  private final Http hasty = new Http(IMPATIENT);

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    http.close();
    hasty.close();
  }

  @Test
  void anyStatusIsAnAnswer() {
    answer("/teapot", 418, "short and stout");
    assertThat(http.get(uri("/teapot")).answer())
        .hasValueSatisfying(
            reply -> {
              assertThat(reply.status()).isEqualTo(418);
              assertThat(reply.isSuccess()).isFalse();
              assertThat(reply.text()).isEqualTo("short and stout");
            });
  }

  @Test
  void tooLongAnAnswerIsUnknown() {
    answer("/long", 200, "x".repeat(1001));
    assertThat(http.get(uri("/long")).summary()).contains("more than 1000 bytes");
  }

  @Test
  void anAnswerThatTricklesForEverIsGivenUp() {
    server.createContext("/trickle", new Trickle());
    assertThat(hasty.get(uri("/trickle"))).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void aServerThatAcceptsAndKeepsSilentIsGivenUp() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var uri = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/token/ss_t_secret");
      assertThat(hasty.get(uri).summary()).startsWith("unknown").doesNotContain("secret");
    }
  }

  @Test
  void aRefusedConnectionIsUnknownAndNamesNoUrl() throws IOException {
    int port;
    try (var closed = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    var outcome = http.get(URI.create("http://127.0.0.1:" + port + "/token/ss_t_secret"));
    assertThat(outcome.summary()).startsWith("unknown").doesNotContain("secret");
  }

  @Test
  void aRedirectIsNotFollowed() {
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    assertThat(http.get(uri("/moved")).answer().orElseThrow().status()).isEqualTo(302);
  }

  private void answer(String path, int status, String text) {
    server.createContext(
        path,
        exchange -> {
          var bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }
}
