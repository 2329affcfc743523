package org.bulbil.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bulbil.agent.launch.LaunchFolder;
import org.bulbil.agent.launch.RelayList;
import org.bulbil.agent.site.Nginx;
import org.bulbil.cli.BulbilProcess;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.naming.DomainName;
import org.bulbil.naming.NameEntry;
import org.bulbil.naming.NameServer;
import org.bulbil.naming.TsigKey;
import org.bulbil.naming.dns.DnsNameRecords;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.nameserver.Nameserver;
import org.bulbil.sandbox.nameserver.ZoneSettings;
import org.junit.jupiter.api.Test;

/**
 * {@code bulbil launch site} into a sandbox: two servers in two regions show the folder, the name
 * points to both, and a launcher that is killed on the way buys nothing twice.
 */
class LaunchSiteIT {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration TTL = Duration.ofSeconds(2);
  private static final String NAME = "www.site.test";
  private static final int SITE_PORT = 8090;

  private static final Pattern PAY =
      Pattern.compile("\"event\":\"pay\",\"address\":\"([a-z0-9]+)\",\"sat\":([0-9]+)");

  private boolean isPaid;

  @Test
  void theNamePointsToTwoServersThatShowTheFolder() throws Exception {
    assumeTrue(Nginx.find(System.getenv("PATH")).answer().isPresent(), Nginx.INSTALL);
    var folder = Files.createTempDirectory(Path.of("/tmp"), "bs"); // Short, for control sockets.
    var site = Files.createDirectories(folder.resolve("my-site"));
    Files.writeString(site.resolve("index.html"), "<p>it pays its own rent");
    try (var nameserver = nameserver(folder);
        var world = new SmallWorld(folder, List.of())) {
      var file = world.announce();
      try (var run = launch(world, file, site, nameserver)) {
        live(world, run, Instant.now().plusSeconds(12));
        run.kill();
        world.note("killed the launcher");
      }
      try (var run = launch(world, file, site, nameserver)) {
        live(world, run, Instant.now().plus(LIMIT));
        assertThat(run.exitCode(Duration.ofSeconds(10))).as(run.errors()).isZero();
        check(world, run, nameserver);
      } catch (AssertionError e) {
        confess(world);
        throw e;
      }
    }
  }

  private static Nameserver nameserver(Path folder) throws Exception {
    var found = Nameserver.find(System.getenv("PATH"));
    var program = found.answer().orElseGet(() -> abort(found.summary()));
    var settings =
        new ZoneSettings(
            folder.resolve("ns"), ZoneSettings.local(freePort()), "site.test", NAME, TTL);
    return Nameserver.start(program, settings, new SystemTime(), Dice.secret())
        .answer()
        .orElseThrow();
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return probe.getLocalPort();
    }
  }

  private static BulbilProcess launch(SmallWorld world, Path file, Path site, Nameserver nameserver)
      throws IOException {
    var charity = world.market().beneficiary().text();
    return new BulbilProcess(
        world.folder,
        "launch",
        "site",
        site.toString(),
        "--name=" + NAME,
        "--copies=2",
        "--renew=weekly",
        "--ttl=" + TTL.toSeconds() + "s",
        "--port=" + SITE_PORT,
        "--nameserver=127.0.0.1:" + nameserver.where().getPort(),
        "--key-file=" + nameserver.keyFile(),
        "--sandbox=" + file,
        "--dir=" + world.folder.resolve("launch"),
        "--email=op@sandbox.test",
        "--beneficiary=Charity|" + charity + "|https://charity.test/|2026-11-01|2027-11-01",
        "--yes",
        "--json");
  }

  /** Until it ends, or the time is over; pays what is asked for on the way. */
  private void live(SmallWorld world, BulbilProcess run, Instant end) throws Exception {
    while (run.isAlive() && Instant.now().isBefore(end)) {
      var asked = PAY.matcher(run.out());
      if (!isPaid && asked.find()) {
        isPaid = true;
        world.give(Address.parse(asked.group(1)), Long.parseLong(asked.group(2)));
      }
      Thread.sleep(100);
    }
  }

  private static void check(SmallWorld world, BulbilProcess run, Nameserver nameserver)
      throws IOException {
    assertThat(run.out()).contains("\"running\":2", "\"joined\":2");
    var servers = new LaunchFolder(world.folder.resolve("launch")).relays().orElseThrow().relays();
    assertThat(servers).extracting(RelayList.Entry::region).hasSize(2).doesNotHaveDuplicates();
    assertThat(world.world().harm().paidTwice()).isEmpty();
    var pointed = new HashSet<String>();
    for (var address : records(nameserver)) {
      pointed.add(address.getHostAddress());
      var page = "http://%s:%d/".formatted(address.getHostAddress(), SITE_PORT);
      assertThat(get(world, page)).isEqualTo("<p>it pays its own rent");
      assertThat(get(world, page + ".well-known/bulbil.json"))
          .contains("\"site\":\"" + NAME + "\"", "\"runway_days\":", "\"seal_key\":");
      assertThat(get(world, page + ".well-known/bulbil.html")).contains("href=\"bitcoin:");
    }
    assertThat(pointed)
        .isEqualTo(Set.copyOf(servers.stream().map(RelayList.Entry::address).toList()));
  }

  private static Set<InetAddress> records(Nameserver nameserver) throws IOException {
    var zone = new DomainName("site.test");
    return new DnsNameRecords(
            new NameServer("127.0.0.1", nameserver.where().getPort()),
            TsigKey.parse(Files.readString(nameserver.keyFile())),
            new NameEntry(new DomainName(NAME), zone, TTL))
        .read()
        .answer()
        .orElseThrow()
        .all();
  }

  private static String get(SmallWorld world, String page) {
    return world.http().get(URI.create(page)).answer().orElseThrow().text();
  }

  /** What a person would look at. */
  private static void confess(SmallWorld world) throws IOException {
    try (var servers = Files.list(world.folder.resolve("s"))) {
      for (var server : servers.toList()) {
        System.out.println("--- " + server);
        for (var log : List.of("console.log", "bulbil/agent.log", "bulbil/nginx/nginx.log")) {
          var file = server.resolve(log);
          System.out.println(Files.exists(file) ? Files.readString(file) : "no " + log);
        }
        var page = "http://" + server.getFileName() + ":8080/status.json";
        System.out.println(world.http().get(URI.create(page)).map(it -> it.text()).summary());
      }
    }
  }
}
