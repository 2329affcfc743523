package org.bulbil.agent.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bulbil.agent.site.SitePage.Payee;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.naming.DomainName;
import org.bulbil.wire.Http;
import org.bulbil.wire.Reply;
import org.bulbil.wire.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real nginx shows the site, and is found again after whatever happens to us or to it. */
class NginxIT {

  private static final DomainName NAME = new DomainName("www.site.test");

  private static final SitePage PAGE =
      new SitePage(
          1,
          NAME.value(),
          "bulbil1",
          "ewr",
          "",
          0,
          "",
          "00000000",
          "bcrt1qaddress",
          "",
          "",
          "2026-12-24T00:00:00Z",
          12.5,
          new Payee("A & B <x>", "bcrt1qcharity"),
          "",
          "http://name.onion");

  @TempDir Path place;
  private final Http http = new Http(Http.Limits.USUAL);
  private Nginx nginx;
  private NginxSettings settings;

  @BeforeEach
  void start() throws IOException {
    var program = Nginx.find("");
    assumeTrue(program instanceof Outcome.Done<Path>, program.summary());
    nginx = new Nginx(program.answer().orElseThrow(), place.resolve("nginx"));
    settings = showing("first", freePort());
    assertThat(nginx.keep(settings).summary()).isEqualTo("done");
  }

  @AfterEach
  void stop() {
    http.close();
    if (nginx != null) {
      nginx.rest();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private NginxSettings showing(String words, int port) throws IOException {
    var files = Files.createDirectories(place.resolve(words));
    Files.writeString(
        files.resolve("index.html"),
        words + "<!--#include virtual=\"/.well-known/bulbil.html\" -->");
    Files.writeString(files.resolve("404.html"), "nothing here");
    Files.writeString(files.resolve(".secret"), "secret");
    Files.createSymbolicLink(files.resolve("passwd"), Path.of("/etc/passwd"));
    Files.createDirectories(files.resolve("blog"));
    Files.writeString(files.resolve("blog/index.html"), "blog");
    var known = place.resolve("known");
    Footer.write(known, PAGE);
    var where = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    return new NginxSettings(where, NAME, files, known);
  }

  private Reply get(String path) {
    return ask("GET", path);
  }

  private Reply ask(String method, String path) {
    var uri = URI.create("http://127.0.0.1:" + settings.where().getPort() + path);
    var reply = http.exchange(Request.of(method, uri));
    return reply.answer().orElseThrow(() -> new AssertionError(reply.summary()));
  }

  private boolean answers() {
    var call = new SiteCall(NAME, settings.where().getPort(), Duration.ofSeconds(2));
    try (call) {
      return call.at(settings.where().getAddress());
    }
  }

  @Test
  void pagesAreShownWithTheAgentsWordsInThem() {
    assertThat(get("/").text())
        .startsWith("first")
        .contains(
            "bitcoin:bcrt1qaddress",
            "12 days",
            "A &amp; B &lt;x&gt;",
            "<a href=\"http://name.onion\">");
    assertThat(get("/blog/").text()).isEqualTo("blog");
    assertThat(get("/.well-known/bulbil.json").text()).isEqualTo(PAGE.json());
    assertThat(get("/.well-known/bulbil.json").headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
  }

  @Test
  void nothingElseIsShown() {
    assertThat(get("/.secret").status()).isEqualTo(404);
    assertThat(get("/passwd").status()).isEqualTo(403);
    assertThat(get("/nothing").status()).isEqualTo(404);
    assertThat(get("/nothing").text()).isEqualTo("nothing here");
    assertThat(ask("POST", "/").status()).isEqualTo(405);
    assertThat(get("/../nginx.conf").status()).isBetween(400, 404);
    assertThat(get("/").headers().firstValue("Server")).hasValue("nginx");
  }

  @Test
  void aSiblingTellsItFromAStrangersSite() {
    assertThat(answers()).isTrue();
    try (var other =
        new SiteCall(
            new DomainName("other.test"), settings.where().getPort(), Duration.ofSeconds(2))) {
      assertThat(other.at(settings.where().getAddress())).isFalse();
    }
    nginx.rest();
    assertThat(answers()).isFalse();
  }

  @Test
  void anotherProgramOfOursTakesTheSameNginxUp() {
    var first = nginx.keep(settings).answer().orElseThrow();
    var again = new Nginx(Nginx.find("").answer().orElseThrow(), place.resolve("nginx"));
    assertThat(again.keep(settings).answer()).contains(first);
  }

  @Test
  void whatChangesIsToldToTheOneThatRuns() throws IOException {
    var first = nginx.keep(settings).answer().orElseThrow();
    assertThat(nginx.keep(showing("second", settings.where().getPort())).answer()).contains(first);
    await("second");
  }

  /** Its workers go on listening; the next one must get the port all the same. */
  @Test
  void whenItIsKilledTheNextOneTakesItsPlace() throws Exception {
    var first = nginx.keep(settings).answer().orElseThrow();
    first.destroyForcibly();
    first.onExit().get();
    var next = nginx.keep(settings);
    assertThat(next.summary()).isEqualTo("done");
    assertThat(next.answer()).isNotEqualTo(Optional.of(first));
    await("first");
  }

  @Test
  void aPortThatIsTakenIsToldInItsWords() throws IOException {
    try (var other = new ServerSocket()) {
      other.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
      var second = new Nginx(Nginx.find("").answer().orElseThrow(), place.resolve("second"));
      var taken = second.keep(showing("third", other.getLocalPort()));
      assertThat(taken).isInstanceOf(Outcome.Refused.class);
      assertThat(taken.summary()).contains("Address already in use");
    }
  }

  private void await(String words) {
    var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!get("/").text().startsWith(words)) {
      assertThat(System.nanoTime()).as("nginx shows '%s' in time", words).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
