package org.bulbil.naming.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.MachineTime;
import org.bulbil.naming.DomainName;
import org.bulbil.naming.NameEntry;
import org.bulbil.naming.NameServer;
import org.bulbil.naming.TsigKey;
import org.bulbil.sandbox.nameserver.Nameserver;
import org.bulbil.sandbox.nameserver.ZoneSettings;

/**
 * A bind9 on loopback whose zone is site.test; tests that need it are skipped where there is none.
 */
final class BoundNameserver implements AutoCloseable {

  static final Duration TTL = Duration.ofSeconds(5);

  final Nameserver server;
  final TsigKey key;

  private BoundNameserver(Nameserver server, TsigKey key) {
    this.server = server;
    this.key = key;
  }

  /** Whose key is for www.site.test. */
  static BoundNameserver start(Path folder) throws IOException, InterruptedException {
    return start(folder, "www.site.test");
  }

  /** Whose key is for {@code name}. */
  static BoundNameserver start(Path folder, String name) throws IOException, InterruptedException {
    var program = Nameserver.find("");
    assumeTrue(program instanceof Outcome.Done<Path>, program.summary());
    var settings = new ZoneSettings(folder, ZoneSettings.local(freePort()), "site.test", name, TTL);
    var started =
        Nameserver.start(
            program.answer().orElseThrow(), settings, new MachineTime(), new Random(3));
    assertThat(started).as(started.summary()).isInstanceOf(Outcome.Done.class);
    var server = started.answer().orElseThrow();
    return new BoundNameserver(server, TsigKey.parse(Files.readString(server.keyFile())));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  NameServer where() {
    return new NameServer("127.0.0.1", server.where().getPort());
  }

  DnsNameRecords records(String name, String zone) {
    return records(name, zone, key);
  }

  DnsNameRecords records(String name, String zone, TsigKey with) {
    return new DnsNameRecords(
        where(), with, new NameEntry(new DomainName(name), new DomainName(zone), TTL));
  }

  @Override
  public void close() {
    server.close();
  }
}
