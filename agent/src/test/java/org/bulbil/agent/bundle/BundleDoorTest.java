package org.bulbil.agent.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Executors;
import org.bulbil.agent.bundle.Allowance.Bounds;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.bootstrap.Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visitors get the bundle, whole or in part, and never more than a server has to spare. */
class BundleDoorTest {

  private static final int SIZE = 200_000;

  @TempDir Path folder;
  private final byte[] content = new byte[SIZE];
  private Path file;
  private Bundle bundle;
  private HttpServer server;
  private Instant now = Instant.parse("2026-11-23T00:00:00Z");

  @BeforeEach
  void open() throws IOException {
    new Random(7).nextBytes(content);
    file = Files.write(folder.resolve("bundle.tar.gz"), content);
    bundle = Bundle.of(file);
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private void within(Bounds bounds) {
    var time =
        new Time() {
          @Override
          public Instant now() {
            return now;
          }

          @Override
          public void pause(Duration length) {}
        };
    server.createContext(
        BundleDoor.PATH, new BundleDoor(bundle, file, new Allowance(bounds, time)));
  }

  /** An answer: its first line and headers, and its body. */
  private static final class Reply {
    private final String head;
    private final byte[] body;

    Reply(String head, byte[] body) {
      this.head = head;
      this.body = body;
    }

    String head() {
      return head;
    }

    byte[] body() {
      return body;
    }

    int code() {
      return Integer.parseInt(head.split(" ", 3)[1]);
    }
  }

  private Reply ask(String method, String path, String... headers) throws IOException {
    try (var socket = new Socket(server.getAddress().getAddress(), server.getAddress().getPort())) {
      var text = method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
      text += String.join("", Arrays.stream(headers).map(header -> header + "\r\n").toList());
      socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
      var all = socket.getInputStream().readAllBytes();
      var latin = new String(all, StandardCharsets.ISO_8859_1);
      int end = latin.indexOf("\r\n\r\n");
      return new Reply(latin.substring(0, end), Arrays.copyOfRange(all, end + 4, all.length));
    }
  }

  private String path() {
    return BundleDoor.PATH + bundle.fileName();
  }

  @Test
  void givesTheWholeBundle() throws IOException {
    within(Bounds.ofRelay(SIZE));
    var reply = ask("GET", path());
    assertThat(reply.code()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo(content);
    assertThat(reply.head()).containsIgnoringCase("accept-ranges: bytes");
    var head = ask("HEAD", path());
    assertThat(head.body()).isEmpty();
    assertThat(head.head()).containsIgnoringCase("content-length: " + SIZE);
  }

  @Test
  void goesOnWhereAVisitorWasCutOff() throws IOException {
    within(Bounds.ofRelay(SIZE));
    var reply = ask("GET", path(), "Range: bytes=150000-");
    assertThat(reply.code()).isEqualTo(206);
    assertThat(reply.head()).containsIgnoringCase("content-range: bytes 150000-199999/200000");
    assertThat(reply.body()).isEqualTo(Arrays.copyOfRange(content, 150_000, SIZE));
    assertThat(ask("GET", path(), "Range: bytes=5-9").body())
        .isEqualTo(Arrays.copyOfRange(content, 5, 10));
  }

  @Test
  void whatCannotBeAPartIsRefusedOrIgnored() throws IOException {
    within(Bounds.ofMirror());
    assertThat(ask("GET", path(), "Range: bytes=200000-").code()).isEqualTo(416);
    assertThat(ask("GET", path(), "Range: bytes=9-5").code()).isEqualTo(416);
    for (var odd : new String[] {"bytes=-5", "bytes=1-2,4-5", "lines=1-", "bytes=x"}) {
      assertThat(ask("GET", path(), "Range: " + odd).body()).as(odd).hasSize(SIZE);
    }
    assertThat(ask("GET", path(), "Range: bytes=5-9", "If-Range: \"other\"").body()).hasSize(SIZE);
  }

  @Test
  void nothingElseIsThere() throws IOException {
    within(Bounds.ofMirror());
    for (var path : new String[] {"", "x", "../bundle.tar.gz", "0".repeat(64) + ".tar.gz"}) {
      assertThat(ask("GET", BundleDoor.PATH + path).code()).as(path).isEqualTo(404);
    }
    assertThat(ask("POST", path()).code()).isEqualTo(405);
  }

  /** What was changed on the disk since the server was installed is not handed on. */
  @Test
  void aFileThatIsNotTheBundleIsNotHandedOn() throws IOException {
    within(Bounds.ofMirror());
    assertThat(ask("GET", path()).code()).isEqualTo(200);
    var other = content.clone();
    other[77] ^= 1;
    Files.write(file, other);
    Files.setLastModifiedTime(file, FileTime.from(now.plusSeconds(99)));
    assertThat(ask("GET", path()).code()).isEqualTo(404);
    Files.delete(file);
    assertThat(ask("GET", path()).code()).isEqualTo(404);
  }

  @Test
  void aDayHasSoManyBytes() throws IOException {
    within(new Bounds(3 * SIZE, 2 * SIZE, 9));
    assertThat(ask("GET", path()).code()).isEqualTo(200);
    assertThat(ask("GET", path()).code()).isEqualTo(200);
    var refused = ask("GET", path());
    assertThat(refused.code()).isEqualTo(429);
    assertThat(refused.head()).containsIgnoringCase("retry-after: 86400");
    now = now.plus(Duration.ofDays(1));
    assertThat(ask("GET", path()).code()).isEqualTo(200);
  }

  @Test
  void onlySoManyAtOnce() throws IOException {
    within(new Bounds(Long.MAX_VALUE, Long.MAX_VALUE, 0));
    var refused = ask("GET", path());
    assertThat(refused.code()).isEqualTo(503);
    assertThat(refused.head()).containsIgnoringCase("retry-after");
  }
}
