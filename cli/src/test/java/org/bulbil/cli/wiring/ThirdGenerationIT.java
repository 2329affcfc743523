package org.bulbil.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bulbil.agent.bundle.Allowance;
import org.bulbil.agent.bundle.BundleDoor;
import org.bulbil.cli.bundle.BundleFile;
import org.bulbil.cli.bundle.TestingBundles;
import org.bulbil.core.genome.Genome;
import org.bulbil.hosting.bootstrap.Bundle;
import org.bulbil.hosting.bootstrap.Login;
import org.bulbil.hosting.bootstrap.OpenPorts;
import org.bulbil.hosting.bootstrap.UserData;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A lineage needs no central download: each server is installed, by its real first boot, from what
 * the real agent of its parent hands on.
 */
class ThirdGenerationIT {

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private final List<Process> servers = new ArrayList<>();
  private BundleFile bundle;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("target/lib")), "no jars in target/lib: run mvn verify");
    bundle = TestingBundles.ofThisBuild();
    stage = Stage.open();
  }

  @AfterEach
  void close() throws Exception {
    for (var server : servers) {
      server.destroy();
      if (!server.waitFor(20, TimeUnit.SECONDS)) {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
      }
    }
    stage.close();
  }

  @Test
  void isInstalledFromWhatItsOwnParentHandsOn() throws Exception {
    var mirror = mirror();
    var source = at(mirror.getAddress().getPort());
    for (int generation = 1; generation <= 3; generation++) {
      int port = freePort();
      var home = Files.createDirectory(folder.resolve("g" + generation));
      plant(home, source, port);
      awaitPage(home, port);
      mirror.stop(0); // From the second generation on there are only parents.
      assertThat(home.resolve("console")).content().contains("the bundle came from " + source);
      assertThat(Bundle.of(home.resolve("bulbil/bundle.tar.gz"))).isEqualTo(bundle.bundle());
      assertThat(home.resolve("bundles").resolve(bundle.bundle().hash().value())).isDirectory();
      source = at(port);
    }
  }

  private static URI at(int port) {
    return URI.create("http://127.0.0.1:" + port + BundleDoor.PATH);
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return probe.getLocalPort();
    }
  }

  private HttpServer mirror() throws IOException {
    var anyPort = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    var mirror = HttpServer.create(anyPort, 0);
    var allowance = new Allowance(Allowance.Bounds.ofMirror(), time);
    mirror.createContext(
        BundleDoor.PATH, new BundleDoor(bundle.bundle(), bundle.path(), allowance));
    mirror.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    mirror.start();
    return mirror;
  }

  private void plant(Path home, URI source, int port) throws IOException {
    var userData =
        new UserData(
            settings(port), bundle.bundle(), List.of(source), new OpenPorts(1, port), Login.NOBODY);
    var script = Files.writeString(home.resolve("user-data"), userData.script());
    var builder = new ProcessBuilder("sh", script.toString());
    var environment = builder.environment();
    environment.put("HOME", home.toString());
    environment.put("BULBIL_BUNDLES", home.resolve("bundles").toString());
    environment.put("BULBIL_CACHE", "/dev/null/none");
    builder.redirectErrorStream(true).redirectOutput(home.resolve("console").toFile());
    servers.add(builder.start());
  }

  private String settings(int port) {
    return """
        hostname = "bulbil0"
        lease = { url = "%1$s", token = "ss_t_third" }
        chain = { network = "regtest", esplora = ["%1$s"] }
        heritage = { genome = "%2$s" }
        relay = { email = "third@bulbil.test", tor = "/nonexistent", status_port = %3$d }
        rhythm = { heartbeat_seconds = 1, answer_seconds = 5 }
        bundle = { sha256 = "%4$s", bytes = %5$d }
        [[will.beneficiary]]
        name = "Nobody"
        address = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080"
        source = "https://nobody.test/donate"
        checked = 2026-01-01
        expires = 2035-12-31
        """
        .formatted(
            stage.url(),
            Genome.founder("here", Stage.PLAN).encode(),
            port,
            bundle.bundle().hash(),
            bundle.bundle().bytes());
  }

  private void awaitPage(Path home, int port) throws IOException, InterruptedException {
    var deadline = time.now().plus(LIMIT);
    try (var http = new Http(Http.Limits.USUAL)) {
      while (http.get(URI.create("http://127.0.0.1:" + port)).answer().isEmpty()) {
        assertThat(time.now())
            .as("its page comes up; the console: %s", Files.readString(home.resolve("console")))
            .isBefore(deadline);
        time.pause(LOOK_AGAIN);
      }
    }
  }
}
