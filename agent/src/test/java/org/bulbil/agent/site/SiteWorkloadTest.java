package org.bulbil.agent.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.settings.TestingSettings;
import org.bulbil.agent.site.SitePage.Payee;
import org.bulbil.agent.site.SiteWorkload.Outside;
import org.bulbil.agent.workload.Workload;
import org.bulbil.agent.workload.WorkloadContract;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.message.MessageSigner;
import org.bulbil.core.genome.Lineage;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.policy.Demand;
import org.bulbil.core.time.Time;
import org.bulbil.naming.DomainName;
import org.bulbil.naming.testing.TestingNameRecords;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.process.TorFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A static site is a workload as an agent wants one. */
class SiteWorkloadTest extends WorkloadContract {

  private static final DomainName NAME = new DomainName("example.org");
  private static final InetAddress OWN = InetAddress.ofLiteral("127.71.0.1");
  private static final InetAddress SIBLING = InetAddress.ofLiteral("127.71.0.2");

  private final TestingNameRecords records = new TestingNameRecords();
  private final PaperWebServer web = new PaperWebServer();
  private final List<HttpServer> siblings = new ArrayList<>();
  private final int port = freePort();
  private Optional<Content> content = Optional.empty();

  /** Does nothing, and remembers what it was told. */
  private static final class PaperWebServer implements WebServer {
    private Optional<NginxSettings> shown = Optional.empty();

    @Override
    public Outcome<ProcessHandle> keep(NginxSettings settings) {
      shown = Optional.of(settings);
      return Outcome.done(ProcessHandle.current());
    }

    @Override
    public void rest() {
      shown = Optional.empty();
    }
  }

  private static int freePort() {
    try (var probe = new ServerSocket(0, 1, OWN)) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void closeSiblings() {
    siblings.forEach(server -> server.stop(0));
  }

  @Override
  protected Workload begin() throws Exception {
    var packed = content.isPresent() ? content.get() : pack();
    content = Optional.of(packed);
    return new SiteWorkload(
        settings(packed),
        folder.resolve("site"),
        new TorFolder(folder.resolve("tor")),
        new Outside(records, _ -> true, web),
        journal,
        wallet,
        unhurried(),
        new Random(2));
  }

  /** The name's own thread waits really; heartbeats are a test's. */
  private Time unhurried() {
    return new Time() {
      @Override
      public Instant now() {
        return time.now();
      }

      @Override
      public void pause(Duration span) throws InterruptedException {
        Thread.sleep(20);
      }
    };
  }

  /** Already there, as after a first start. */
  private Content pack() throws IOException {
    var source = Files.createDirectories(folder.resolve("source"));
    Files.writeString(source.resolve("index.html"), "<p>hello");
    var archive = folder.resolve("archive.zip");
    var packed = Packing.pack(source, archive).answer().orElseThrow();
    var shelf = new ContentShelf(packed, folder.resolve("site").resolve("content"));
    assertThat(shelf.fill(archive)).isInstanceOf(Outcome.Done.class);
    return packed;
  }

  private Settings settings(Content packed) {
    return new TestingSettings()
        .put("relay", "tor", "/nowhere/tor")
        .put("site", "name", NAME)
        .put("site", "nameserver", "127.0.0.1:53")
        .put("site", "key_name", "example")
        .put("site", "key_secret", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")
        .raw("site", "copies", 2)
        .raw("site", "port", port)
        .put("site", "content", packed.hash())
        .raw("site", "content_bytes", packed.bytes())
        .settings();
  }

  @Override
  protected String address() {
    return OWN.getHostAddress();
  }

  @Override
  protected Fingerprint appear(Hostname child, Lineage lineage) throws IOException {
    var theirs = MessageSigner.of(Account.of(Words.draw(new Random(9)), Network.REGTEST));
    var page = page(theirs, child, lineage);
    var server = HttpServer.create(new InetSocketAddress(SIBLING, port), 8);
    server.createContext(
        SitePage.PATH,
        exchange -> {
          var body = page.json().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    siblings.add(server);
    records.add(SIBLING);
    return new Fingerprint(page.fingerprint());
  }

  private static SitePage page(MessageSigner theirs, Hostname child, Lineage lineage) {
    var address = theirs.address().toString();
    var statement = SiteIdentity.statement(NAME, address);
    return new SitePage(
        1,
        NAME.value(),
        child.value(),
        "ams",
        SiteIdentity.of(theirs.address()).value(),
        lineage.generation(),
        lineage.parent().orElse(""),
        "00000000",
        address,
        statement,
        theirs.sign(statement).value(),
        "2026-12-24T00:00:00Z",
        12.5,
        new Payee("Charity", "bcrt1qcharity"),
        "key",
        "");
  }

  private void beat(Workload site) {
    site.keep(home());
    site.lookAround(Set.of());
  }

  @Test
  void theNamePointsToItOnceItIsShown() throws Exception {
    try (var site = begin()) {
      beat(site);
      assertThat(web.shown.orElseThrow().files()).isDirectoryContaining("glob:**index.html");
      awaitRecord(true);
      beat(site);
      var state = site.picture(home()).state();
      assertThat(state.running()).isTrue();
      assertThat(state.orAddress()).isEqualTo(address() + ":" + port);
    }
  }

  /** For the name's own thread to do its part. */
  private void awaitRecord(boolean isThere) throws InterruptedException {
    for (int tries = 0; tries < 500 && records.now().contains(OWN) != isThere; tries++) {
      Thread.sleep(10);
    }
    assertThat(records.now().contains(OWN)).isEqualTo(isThere);
  }

  @Test
  void whatIsOrderedToEndLeavesTheNameAlsoAfterAStart() throws Exception {
    records.add(OWN);
    try (var site = begin()) {
      site.rest(home());
      awaitRecord(false);
      site.rest(home());
      assertThat(web.shown).isEmpty();
    }
  }

  @Test
  void aMissingCopyIsAskedForAndOneThatAppearedIsNot() throws Exception {
    try (var site = begin()) {
      beat(site);
      assertThat(site.relations().demand()).isEqualTo(Demand.MET);
      time.pause(Duration.ofHours(4));
      beat(site);
      assertThat(site.relations().demand()).isEqualTo(Demand.OPEN);
      appear(new Hostname("bulbilchild"), Lineage.FOUNDER);
      beat(site);
      assertThat(site.relations().demand()).isEqualTo(Demand.MET);
    }
  }

  @Test
  void whileTheNameserverIsSilentNobodyIsMissing() throws Exception {
    try (var site = begin()) {
      records.fail(Outcome.unknown("no nameserver"));
      beat(site);
      time.pause(Duration.ofHours(4));
      beat(site);
      assertThat(site.relations().demand()).isEqualTo(Demand.MET);
      assertThat(site.picture(home()).kindred().words()).contains("no nameserver");
      assertThat(site.relations().named(HOSTNAME)).isInstanceOf(Outcome.Unknown.class);
    }
  }

  @Test
  void aSiblingIsARelativeToWhomSomethingCanBeSealed() throws Exception {
    try (var site = begin()) {
      beat(site);
      var fingerprint = appear(new Hostname("bulbilchild"), Lineage.FOUNDER);
      beat(site);
      var kin =
          site.relations()
              .of(site.relations().family(), site.relations().identity().orElseThrow())
              .answer()
              .orElseThrow();
      assertThat(kin)
          .singleElement()
          .satisfies(
              it -> {
                assertThat(it.fingerprint()).isEqualTo(fingerprint);
                assertThat(it.address()).isEqualTo(SIBLING.getHostAddress());
                assertThat(it.onionKey()).isEqualTo("key");
              });
      assertThat(site.relations().onionKeys().read()).hasSize(1);
    }
  }

  /** The key opens what was sealed before a crash. */
  @Test
  void itsKeysOutliveIt() throws Exception {
    var keys = Path.of("site", "keys", "secret_onion_key_ntor");
    begin().close();
    var before = Files.readAllBytes(folder.resolve(keys));
    begin().close();
    assertThat(Files.readAllBytes(folder.resolve(keys))).isEqualTo(before);
  }
}
