package org.bulbil.cli.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.network.Fetched;
import org.bulbil.sandbox.network.Website;
import org.bulbil.sandbox.world.SandboxWorld;

/** Whether the relays of a sandbox carry traffic, said in lines. */
final class TrafficCheck {

  /** Relays of a usual circuit. */
  private static final int HOPS = 3;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final SandboxWorld world;
  private final int hops;
  private final Consumer<String> progress;

  /**
   * @param relays that there are, at least 1
   */
  TrafficCheck(SandboxWorld world, int relays, Consumer<String> progress) {
    this.world = world;
    this.hops = Math.min(HOPS, relays);
    this.progress = progress;
  }

  /** Waits for traffic, then fetches a page, and a large file on a thread of its own. */
  void run() throws IOException, InterruptedException {
    var traffic = world.network().awaitTraffic(PATIENCE);
    progress.accept("traffic through the network: " + traffic.summary());
    if (traffic instanceof Outcome.Done) {
      fetch("a page", Website.PAGE, 1);
      Thread.ofVirtual().start(() -> fetch("10 MB", Website.TEN_MEGABYTES, 10_000_000));
    }
  }

  /** The file takes a minute or so: a relay's genome limits what it carries. */
  private void fetch(String what, String path, long least) {
    var fetched = world.fetchThroughRelays(hops, path);
    progress.accept(
        "%s through %d relays and the exit: %s".formatted(what, hops, inWords(fetched, least)));
  }

  private static String inWords(Outcome<Fetched> outcome, long least) {
    return outcome
        .answer()
        .map(
            fetched ->
                fetched.bytes() >= least
                    ? "whole, at " + fetched.speed()
                    : "only " + fetched.bytes() + " bytes")
        .orElseGet(outcome::summary);
  }
}
