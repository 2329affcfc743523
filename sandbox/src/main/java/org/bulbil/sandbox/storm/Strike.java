package org.bulbil.sandbox.storm;

import java.time.Duration;
import org.bulbil.sandbox.provider.trouble.Moment;
import org.bulbil.sandbox.witness.Relay;

/** One blow of a storm. */
public sealed interface Strike {

  /** What it hits, as scripts read it. */
  default String what() {
    return switch (this) {
      case Agent _ -> "agent";
      case Tor _ -> "tor";
      case Web _ -> "web";
      case Server _ -> "server";
      case Provider _ -> "provider";
      case Cut _ -> "chain-server";
      case Eviction _ -> "payment";
      case Reorganisation _ -> "blocks";
    };
  }

  /** SIGKILL to the JVM of a relay's agent. */
  record Agent(Relay relay) implements Strike {}

  /** SIGKILL to a relay's tor. */
  record Tor(Relay relay) implements Strike {}

  /** SIGKILL to the web server of a site, as a {@link Tor} would be of a relay. */
  record Web(Relay relay) implements Strike {}

  /** The provider deletes a server before its time, for good. */
  record Server(Relay relay) implements Strike {}

  /** The provider's front dies, and comes back after {@code outage}. */
  record Provider(Moment moment, Duration outage) implements Strike {}

  /**
   * A chain server takes requests and does not answer them.
   *
   * @param server 0 for the first
   */
  record Cut(int server, Duration outage) implements Strike {}

  /** A payment that waits, drawn by lot, is forgotten by every mempool. */
  record Eviction() implements Strike {}

  /**
   * Another branch wins.
   *
   * @param depth blocks that are taken off
   */
  record Reorganisation(int depth) implements Strike {}
}
