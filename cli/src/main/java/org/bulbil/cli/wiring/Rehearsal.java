package org.bulbil.cli.wiring;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.settings.SettingsFile;
import org.bulbil.core.genome.Genome;
import org.bulbil.wire.Http;

/**
 * A few heartbeats of an agent that nobody knows: {@code Rehearsal FOLDER}. It lives in an empty
 * folder, has a wallet of a test chain, and talks to nobody but itself on loopback. The JVM notes
 * what is loaded by then, for a cache with which every later start takes half the time.
 */
final class Rehearsal {

  /** A busy server needs some seconds for the first page. */
  private static final int PAGE_TRIES_MAX = 120;

  private static final Duration PAGE_PAUSE = Duration.ofMillis(250);
  private static final Duration SOME_HEARTBEATS = Duration.ofMillis(2500);
  private static final Duration END_WAIT = Duration.ofSeconds(20);

  private static final List<String> VISITS =
      List.of("/status.json", "/style.css", "/address.png", "/bundle/none", "/family/none");

  private final Path home;
  private final SystemTime time = new SystemTime();

  private Rehearsal(Path home) {
    this.home = home;
  }

  /** Plays, and fails loudly where no page comes up: then the cache would be worth little. */
  public static void main(String[] arguments) throws Exception {
    new Rehearsal(Path.of(arguments[0]).toAbsolutePath()).play();
    loadTheRest();
  }

  private void play() throws IOException, InterruptedException {
    int port = freePort();
    try (var stage = Stage.open();
        var http = new Http(Http.Limits.USUAL)) {
      var settings = settings(stage.url(), port);
      var agent = Thread.ofPlatform().name("agent").start(() -> live(settings));
      visit(http, URI.create("http://127.0.0.1:" + port));
      time.pause(SOME_HEARTBEATS);
      agent.interrupt();
      agent.join(END_WAIT);
    }
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return probe.getLocalPort();
    }
  }

  private static Settings settings(URI stage, int port) {
    var text =
        """
        hostname = "bulbil0"
        lease = { url = "%1$s", token = "ss_t_rehearsal" }
        chain = { network = "regtest", esplora = ["%1$s"] }
        heritage = { genome = "%2$s" }
        relay = { email = "rehearsal@bulbil.test", tor = "/nonexistent", status_port = %3$d }
        rhythm = { heartbeat_seconds = 1, answer_seconds = 5 }
        bundle = { sha256 = "%4$s", bytes = 1 }
        [[will.beneficiary]]
        name = "Nobody"
        address = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080"
        source = "https://nobody.test/donate"
        checked = 2026-01-01
        expires = 2035-12-31
        """
            .formatted(stage, Genome.founder("here", Stage.PLAN).encode(), port, "0".repeat(64));
    return SettingsFile.parse("rehearsal", text);
  }

  private void live(Settings settings) {
    try {
      AgentMain.run(home, settings);
    } catch (InterruptedException e) {
      // The end of the rehearsal.
    }
  }

  private void visit(Http http, URI door) throws InterruptedException {
    int tries = 0;
    while (http.get(door).answer().isEmpty()) {
      if (++tries >= PAGE_TRIES_MAX) {
        throw new IllegalStateException("the rehearsing agent shows no page");
      }
      time.pause(PAGE_PAUSE);
    }
    for (var path : VISITS) {
      var _ = http.get(door.resolve(path));
    }
  }

  /** Our own classes that a rehearsal does not come to: payments, births, wills. */
  private static void loadTheRest() throws IOException, ClassNotFoundException {
    var jars = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    for (var jar : Arrays.stream(jars).filter(path -> path.endsWith(".jar")).toList()) {
      try (var open = new JarFile(jar)) {
        for (var name : open.stream().map(ZipEntry::getName).filter(Rehearsal::isOurs).toList()) {
          Class.forName(name.replace('/', '.').replaceFirst("\\.class$", ""), false, loader());
        }
      }
    }
  }

  private static boolean isOurs(String entry) {
    return entry.startsWith("org/bulbil/")
        && entry.endsWith(".class")
        && !entry.endsWith("package-info.class");
  }

  private static ClassLoader loader() {
    return ClassLoader.getSystemClassLoader();
  }
}
