package org.bulbil.sandbox.chain;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Debian's Electrum on regtest: a wallet from a seed's account key, online at one server. */
public final class Electrum {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Questions while waiting; each takes about a second. */
  private static final int TRIES = 60;

  private final Path home;
  private final Process daemon;

  /**
   * Restores a wallet and goes online.
   *
   * @param key an extended private key of an account, such as a vprv
   */
  public Electrum(Path home, String key, InetSocketAddress server)
      throws IOException, InterruptedException {
    this.home = home;
    say("restore", key, "--offline");
    daemon =
        Program.start(
            home,
            Map.of("HOME", home.toString()),
            home.resolve("daemon.log"),
            command("daemon", "--oneserver", "-s", "127.0.0.1:" + server.getPort() + ":t"));
  }

  /** What it answers; fails where it fails or hangs. */
  public String say(String... words) throws IOException, InterruptedException {
    return Program.run(home, Map.of("HOME", home.toString()), PATIENCE, command(words));
  }

  /** Asks until the answer is right: the daemon needs time to start, and to be told. */
  public void until(Predicate<String> right, String question)
      throws IOException, InterruptedException {
    var answer = "";
    for (int i = 0; i < TRIES; i++) {
      answer = tried(question);
      if (right.test(answer)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(300);
    }
    throw new AssertionError("electrum " + question + " still says " + answer);
  }

  private String tried(String question) throws IOException, InterruptedException {
    try {
      return say(question);
    } catch (AssertionError e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** Electrum wants its options after its command. */
  private List<String> command(String... words) {
    var command = new ArrayList<>(List.of("electrum"));
    command.addAll(List.of(words));
    command.addAll(List.of("--regtest", "-D", home.resolve("electrum").toString()));
    return command;
  }

  /** Ends its daemon. */
  public void stop() throws InterruptedException {
    daemon.destroy();
    if (!daemon.waitFor(20, TimeUnit.SECONDS)) {
      daemon.destroyForcibly();
    }
  }
}
