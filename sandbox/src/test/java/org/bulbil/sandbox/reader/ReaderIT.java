package org.bulbil.sandbox.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.MachineTime;
import org.bulbil.sandbox.nameserver.Nameserver;
import org.bulbil.sandbox.nameserver.ZoneSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader finds a page by its name at a real nameserver, and notices an address that is dead. */
class ReaderIT {

  private static final Duration TTL = Duration.ofSeconds(1);
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path folder;
  private Nameserver nameserver;
  private HttpServer page;

  @BeforeEach
  void start() throws Exception {
    var program = Nameserver.find("");
    assumeTrue(program instanceof Outcome.Done<Path>, program.summary());
    page = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    page.createContext(
        "/",
        exchange -> {
          var words = "words".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, words.length);
          exchange.getResponseBody().write(words);
          exchange.close();
        });
    page.start();
    // The zone's own nameserver has an address in it, which serves as the site's.
    var settings =
        new ZoneSettings(folder, ZoneSettings.local(freePort()), "site.test", "www.site.test", TTL);
    nameserver =
        Nameserver.start(program.answer().orElseThrow(), settings, new MachineTime(), new Random(1))
            .answer()
            .orElseThrow();
  }

  @AfterEach
  void stop() {
    if (nameserver != null) {
      nameserver.close();
      page.stop(0);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Reader reader(String name) {
    var plan = new Reader.Plan(name, nameserver.where(), page.getAddress().getPort(), "words", TTL);
    return Reader.start(plan, () -> true, new MachineTime(), new Random(1));
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    var deadline = new MachineTime().now().plus(LIMIT);
    while (!condition.getAsBoolean()) {
      assertThat(new MachineTime().now()).isBefore(deadline);
      Thread.sleep(50);
    }
  }

  @Test
  void whatAnswersIsReadAndWhatDoesNotIsCounted() throws Exception {
    try (var reader = reader("ns.site.test")) {
      until(() -> reader.readings().visits().answered() >= 5);
      assertThat(reader.readings().visits().percentAnswered()).isEqualTo(100);
      page.stop(0);
      until(() -> reader.readings().deadTooLong() == 1);
      assertThat(reader.readings().visits().percentAnswered()).isLessThan(100);
    }
  }

  @Test
  void aNameWithoutAddressesIsCountedAsSuch() throws Exception {
    try (var reader = reader("www.site.test")) {
      until(() -> reader.readings().visits().nameless() >= 3);
      assertThat(reader.readings().visits().answered()).isZero();
    }
  }

  @Test
  void aNameserverThatStopsForgetsNothingAndKeepsItsKeyToItself() throws Exception {
    assertThat(Files.getPosixFilePermissions(nameserver.keyFile())).hasSize(2);
    var key = Files.readString(nameserver.keyFile());
    nameserver.stop();
    nameserver.resume();
    assertThat(nameserver.keyFile()).hasContent(key.strip());
    try (var reader = reader("ns.site.test")) {
      until(() -> reader.readings().visits().answered() >= 2);
    }
  }
}
