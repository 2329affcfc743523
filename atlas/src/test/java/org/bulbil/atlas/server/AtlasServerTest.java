package org.bulbil.atlas.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import org.bulbil.atlas.testing.Rooms;
import org.bulbil.atlas.web.Answer;
import org.bulbil.atlas.web.Ask;
import org.bulbil.atlas.web.Form;
import org.bulbil.atlas.web.Room;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever strangers send, rooms see only whole requests, and others are still served. */
class AtlasServerTest {

  private static final String LONG = "a few words, ".repeat(1_000);

  private final ConcurrentLinkedQueue<Ask> asked = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> counted = new ConcurrentLinkedQueue<>();
  private final AtlasServer server =
      Rooms.open(
          Optional.of(URI.create("http://bulbil.onion")),
          (path, status) -> counted.add(path + " " + status),
          counter());
  private final HttpClient client = HttpClient.newHttpClient();

  private Optional<Answer> room(Ask ask) {
    asked.add(ask);
    return switch (ask.path()) {
      case "/text" -> Optional.of(answer(LONG.getBytes(UTF_8)));
      case "/flow" ->
          Optional.of(
              new Answer(
                  200,
                  Map.of("Content-Type", "text/plain"),
                  OptionalLong.empty(),
                  out -> {
                    for (int i = 0; i < 1_000; i++) {
                      out.write(LONG.getBytes(UTF_8));
                    }
                  }));
      case "/bug" -> throw new IllegalStateException("a bug, with <words>");
      case "/empty" -> Optional.of(answer(new byte[0]));
      default -> Optional.empty();
    };
  }

  /** A room that takes forms. */
  private Room counter() {
    return new Room() {
      @Override
      public Optional<Answer> answer(Ask ask) {
        return room(ask);
      }

      @Override
      public Optional<Answer> take(Form form) {
        return form.path().equals("/form")
            ? Optional.of(AtlasServerTest.answer(form.fields().toString().getBytes(UTF_8)))
            : Optional.empty();
      }
    };
  }

  private static Answer answer(byte[] body) {
    return new Answer(
        200, Map.of("Content-Type", "text/plain;charset=utf-8", "ETag", "W/\"1\""), body);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private HttpResponse<byte[]> send(String method, String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(server.uri() + path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }

  /** Sends exactly these bytes and reads what comes until the server closes. */
  private String raw(String request) {
    try (var socket = connect()) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private Socket connect() throws IOException {
    var socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  @Test
  void everyAnswerForbidsWhatNoPageOfOursDoes() {
    for (var path : new String[] {"/text", "/nothing", "/a/../b"}) {
      var headers = send("GET", path.replace("/../", "/%2e%2e/")).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
      assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
      assertThat(headers.allValues("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void theOnionIsNamedOnceWithPathAndQuery() {
    assertThat(send("GET", "/text?a=b%20c").headers().allValues("Onion-Location"))
        .containsExactly("http://bulbil.onion/text?a=b%20c");
  }

  private HttpResponse<String> post(String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(server.uri() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }

  @Test
  void formsAreTakenWhereARoomTakesThemAndWithinBounds() {
    assertThat(post("/form", "a=b+c&a=%C3%A4&d=").body()).isEqualTo("{a=[b c, ä], d=[]}");
    assertThat(post("/text", "a=b").statusCode()).isEqualTo(405);
    assertThat(post("/form", "a=%zz").statusCode()).isEqualTo(400);
    assertThat(post("/form", "a=" + "b".repeat(70_000)).statusCode()).isEqualTo(413);
    assertThat(post("/form", "a=b", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    assertThat(post("/form", "a=b", "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(200);
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "BREW"})
  void nothingIsWritten(String method) {
    var answer = send(method, "/text");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    assertThat(asked).isEmpty();
  }

  @Test
  void aHeadHasTheLengthAndNoBody() {
    var answer = send("HEAD", "/text");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(LONG.length());
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a%2fb",
        "/a%2Fb",
        "/a%5cb",
        "/a%00b",
        "/%2e%2e/etc/passwd",
        "/a/%2E%2e",
        "//evil.example/",
        "/a//b",
        "/a%0d%0aSet-Cookie:x",
        "/%ff%fe",
        "/%c0%ae%c0%ae/",
        "/a%7f"
      })
  void aPathWithATrickInItReachesNoRoom(String path) {
    var status = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(status).startsWith("HTTP/1.1 400 ");
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET http://elsewhere.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /<script> HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET  HTTP/1.1\r\n\r\n",
        "\u0000\u0001\u0002\r\n\r\n",
        "GET /text\r\n\r\n",
        "GET /text?%zz=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
      })
  void aBrokenRequestIsRefused(String request) {
    assertThat(raw(request))
        .matches(answer -> answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), "is refused");
    assertThat(asked).isEmpty();
  }

  @Test
  void aLongAddressIsRefused() {
    assertThat(send("GET", "/text?search=" + "a".repeat(8_200)).statusCode()).isEqualTo(414);
    assertThat(send("GET", "/text?search=" + "a".repeat(8_000)).statusCode()).isEqualTo(200);
    assertThat(send("GET", "/" + "a".repeat(600)).statusCode()).isEqualTo(400);
  }

  @Test
  void aFloodOfParametersIsRefused() {
    assertThat(send("GET", "/text?" + "a=b&".repeat(65)).statusCode()).isEqualTo(400);
    assertThat(send("GET", "/text?" + "a=b&".repeat(63)).statusCode()).isEqualTo(200);
  }

  @Test
  void aFloodOfHeadersIsRefused() {
    var many = new StringBuilder("GET /text HTTP/1.1\r\nHost: x\r\n");
    for (int i = 0; i < 1_000; i++) {
      many.append("X-").append(i).append(": y\r\n");
    }
    var large = "GET /text HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(200_000) + "\r\n\r\n";

    assertThat(raw(many + "\r\n")).doesNotContain("200 OK");
    assertThat(raw(large)).doesNotContain("200 OK");
    assertThat(asked).isEmpty();
    assertThat(send("GET", "/text").statusCode()).isEqualTo(200);
  }

  @Test
  void hundredsOfSlowConnectionsStopNobody() throws IOException {
    var slow = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 600; i++) {
        var socket = connect();
        socket.getOutputStream().write("GET /text HTTP/1.1\r\nHost: x\r\nX-Slow: ".getBytes(UTF_8));
        slow.add(socket);
      }
      for (int i = 0; i < 50; i++) {
        var request =
            HttpRequest.newBuilder(URI.create(server.uri() + "/text"))
                .timeout(Duration.ofSeconds(5));
        assertThat(client.send(request.build(), BodyHandlers.ofString()).body()).isEqualTo(LONG);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      slow.forEach(AtlasServerTest::hangUp);
    }
  }

  @Test
  void whoReadsALargeAnswerSlowlyStopsOnlyThoseWhoWantOne() throws IOException {
    var slow = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 100; i++) {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(server.address());
        socket.getOutputStream().write("GET /flow HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
        slow.add(socket);
      }
      await(() -> counted.contains("/flow 503"));
      assertThat(send("GET", "/text").body()).hasSize(LONG.length());
    } finally {
      slow.forEach(AtlasServerTest::hangUp);
    }
    await(() -> send("GET", "/flow").statusCode() == 200);
  }

  private static void await(BooleanSupplier met) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!met.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/text", "/flow"})
  void whoTakesGzipGetsIt(String path) throws IOException {
    var plain = send("GET", path);
    var packed = send("GET", path, "Accept-Encoding", "br, gzip;q=0.8");
    var refused = send("GET", path, "Accept-Encoding", "gzip;q=0");

    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(packed.headers().firstValue("Vary")).contains("Accept-Encoding");
    assertThat(packed.body()).hasSizeLessThan(plain.body().length / 5);
    try (var unpacked = new GZIPInputStream(new java.io.ByteArrayInputStream(packed.body()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
    }
    assertThat(refused.headers().firstValue("Content-Encoding")).isEmpty();
  }

  @Test
  void whoHasItAlreadyGetsNoBody() {
    var again = send("GET", "/text", "If-None-Match", "W/\"1\"");

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(send("GET", "/text", "If-None-Match", "W/\"2\"").statusCode()).isEqualTo(200);
    assertThat(send("GET", "/nothing", "If-None-Match", "*").statusCode()).isEqualTo(404);
  }

  @Test
  void aBugOfARoomIsNoSecretTold() {
    var answer = send("GET", "/bug");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(new String(answer.body(), UTF_8)).doesNotContain("bug,");
    assertThat(send("GET", "/text").statusCode()).isEqualTo(200);
  }

  @Test
  void anEmptyAnswerIsOne() {
    assertThat(send("GET", "/empty").body()).isEmpty();
  }

  @Test
  void requestsAreCountedByPathAndStatus() {
    send("GET", "/text");
    send("GET", "/nothing");
    send("POST", "/text");

    assertThat(counted).containsExactly("/text 200", "/nothing 404", "? 405");
  }

  @Test
  void roomsSeeParametersBothWays() {
    send("GET", "/text?search=a+b&search=c&os=Windows%207", "X-One", "1");

    var ask = asked.element();
    assertThat(ask.parameters().get("search")).containsExactly("a b", "c");
    assertThat(ask.parameter("os")).contains("Windows 7");
    assertThat(ask.query()).isEqualTo("search=a+b&search=c&os=Windows%207");
    assertThat(ask.header("x-one")).contains("1");
  }

  @Test
  void aServerThatIsClosedTakesNoMore() {
    server.close();

    assertThat(raw("GET /text HTTP/1.1\r\nHost: x\r\n\r\n")).isEmpty();
  }

  @Test
  void roomsAreAskedInOrder() {
    Room first =
        ask ->
            ask.path().equals("/text")
                ? Optional.of(answer("first".getBytes(UTF_8)))
                : Optional.empty();
    try (var two = Rooms.open(first, this::room)) {
      var request = HttpRequest.newBuilder(URI.create(two.uri() + "/text")).build();
      assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("first");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
