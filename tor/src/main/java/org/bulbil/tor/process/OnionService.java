package org.bulbil.tor.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.wire.Endpoint;

/**
 * A web server of this machine as an onion service, by a tor of its own. Its name is kept in the
 * folder of that tor, and is the same each time.
 */
public final class OnionService implements AutoCloseable {

  /** Of the service, as visitors see it. */
  private static final int PORT = 80;

  private static final String KEYS = "onion";

  /** Version 3 (rend-spec): 56 letters of base32. */
  private static final Pattern NAME = Pattern.compile("[a-z2-7]{56}\\.onion");

  /** Tor makes the keys before it answers; this is for a slow disk. */
  private static final Duration NAME_WAIT = Duration.ofSeconds(20);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final Duration PARTING = Duration.ofSeconds(5);

  private final TorProcess tor;
  private final String name;

  private OnionService(TorProcess tor, String name) {
    this.tor = tor;
    this.name = name;
  }

  /** The torrc of a tor that only publishes {@code server}. */
  static Torrc torrc(TorFolder folder, InetSocketAddress server, List<TorrcLine> network) {
    var lines = new ArrayList<TorrcLine>();
    lines.add(TorrcLine.of("SocksPort", 0));
    lines.add(TorrcLine.of("HiddenServiceDir", folder.path().resolve(KEYS)));
    lines.add(TorrcLine.of("HiddenServicePort", PORT + " " + Endpoint.text(server)));
    lines.addAll(network);
    return Torrc.with(folder, lines);
  }

  /**
   * Publishes it, and comes back when its name is known; until others can reach it half a minute
   * may go by. Refused with tor's reason where it does not start.
   *
   * @param server on loopback
   * @param network lines for a network that is not the public one
   */
  public static Outcome<OnionService> publish(
      TorBinary binary,
      TorFolder folder,
      InetSocketAddress server,
      List<TorrcLine> network,
      Time time)
      throws IOException, InterruptedException {
    if (!server.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "what is published as an onion service listens on loopback, not on " + server);
    }
    var started = TorProcess.adoptOrStart(binary, torrc(folder, server, network), time);
    return switch (started) {
      case Outcome.Done<TorProcess>(TorProcess tor) -> named(tor, time);
      case Outcome.Refused<TorProcess>(String why, int code) -> Outcome.refused(why, code);
      case Outcome.Unknown<TorProcess>(String why) -> Outcome.unknown(why);
    };
  }

  private static Outcome<OnionService> named(TorProcess tor, Time time)
      throws IOException, InterruptedException {
    var name = await(tor.folder().path().resolve(KEYS).resolve("hostname"), time);
    if (name.isEmpty()) {
      tor.stop(PARTING);
      return Outcome.unknown("tor runs and has made no onion service: " + tor.lastLines());
    }
    return Outcome.done(new OnionService(tor, name.get()));
  }

  private static Optional<String> await(Path file, Time time)
      throws IOException, InterruptedException {
    var deadline = time.now().plus(NAME_WAIT);
    while (time.now().isBefore(deadline)) {
      if (Files.exists(file)) {
        var name = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (NAME.matcher(name).matches()) {
          return Optional.of(name);
        }
      }
      time.pause(LOOK_AGAIN);
    }
    return Optional.empty();
  }

  /** Where it is, such as {@code http://….onion}, without a slash at the end. */
  public URI uri() {
    return URI.create("http://" + name);
  }

  /** Whether its tor runs. */
  public boolean isAlive() {
    return tor.isAlive();
  }

  /** Ends its tor. */
  @Override
  public void close() {
    tor.stop(PARTING);
  }
}
