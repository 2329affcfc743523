package org.bulbil.agent.site;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.RelaySettings;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.process.OnionService;
import org.bulbil.tor.process.TorBinary;
import org.bulbil.tor.process.TorFolder;
import org.bulbil.tor.process.TorrcLine;

/**
 * The site as an onion service, where tor is present. Each server has an onion address of its own,
 * since its key would have to leave the server otherwise. A site lives without; so whoever keeps it
 * does not wait, and trouble is told once.
 */
final class Onion {

  private final RelaySettings tor;
  private final TorFolder folder;
  private final Duration pause;
  private final Journal journal;
  private final Time time;
  private volatile Optional<OnionService> service = Optional.empty();
  private Optional<Thread> attempt = Optional.empty();
  private Instant nextAttempt = Instant.MIN;
  private String told = "";
  private boolean isClosed;

  /**
   * @param tor which program, and lines for a network that is not the public one
   * @param pause from one attempt to the next
   */
  Onion(RelaySettings tor, TorFolder folder, Duration pause, Journal journal, Time time) {
    this.tor = tor;
    this.folder = folder;
    this.pause = pause;
    this.journal = journal;
    this.time = time;
  }

  /** Publishes what listens at {@code server}, on loopback, unless that is so or is tried now. */
  void publish(InetSocketAddress server) {
    boolean isTried = attempt.filter(Thread::isAlive).isPresent();
    if (uri().isEmpty() && !isTried && !time.now().isBefore(nextAttempt)) {
      nextAttempt = time.now().plus(pause);
      attempt = Optional.of(Thread.ofVirtual().name("onion").start(() -> open(server)));
    }
  }

  private void open(InetSocketAddress server) {
    try {
      var published = published(server);
      service = published.answer();
      tell(
          uri()
              .map(where -> "the site is at " + where + " too")
              .orElseGet(() -> "no onion service: " + published.summary()));
    } catch (IOException e) {
      tell("no onion service: the disk: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The agent ends; the next start tries again.
    }
  }

  private Outcome<OnionService> published(InetSocketAddress server)
      throws IOException, InterruptedException {
    var network = tor.extra().stream().map(TorrcLine::new).toList();
    return switch (TorBinary.at(Path.of(tor.binary()))) {
      case Outcome.Done<TorBinary>(TorBinary program) ->
          OnionService.publish(program, folder, server, network, time);
      case Outcome.Refused<TorBinary>(String why, int code) -> Outcome.refused(why, code);
      case Outcome.Unknown<TorBinary>(String cause) -> Outcome.unknown(cause);
    };
  }

  private synchronized void tell(String words) {
    if (!words.equals(told) && !isClosed) {
      told = words;
      journal.note(Entry.Kind.SITE, words);
    }
  }

  /** Where it is; empty while it is not. */
  Optional<URI> uri() {
    return service.filter(OnionService::isAlive).map(OnionService::uri);
  }

  /** Whoever tries to publish is told to end, and says nothing any more; the tor goes on. */
  synchronized void close() {
    isClosed = true;
    attempt.ifPresent(Thread::interrupt);
  }
}
