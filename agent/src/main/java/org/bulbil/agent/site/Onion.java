package org.bulbil.agent.site;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.Settings.RelaySettings;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.process.OnionService;
import org.bulbil.tor.process.TorBinary;
import org.bulbil.tor.process.TorFolder;
import org.bulbil.tor.process.TorrcLine;

/**
 * The site as an onion service, where tor is present. Each server has an onion address of its own,
 * since its key would have to leave the server otherwise. Tried once a start: a site lives without.
 */
final class Onion {

  private final RelaySettings tor;
  private final TorFolder folder;
  private final Journal journal;
  private final Time time;
  private volatile Optional<URI> uri = Optional.empty();
  private Optional<Thread> attempt = Optional.empty();

  /**
   * @param tor which program, and lines for a network that is not the public one
   */
  Onion(RelaySettings tor, TorFolder folder, Journal journal, Time time) {
    this.tor = tor;
    this.folder = folder;
    this.journal = journal;
    this.time = time;
  }

  /** Publishes what listens at {@code server}, on loopback, if nobody has tried. */
  void publish(InetSocketAddress server) {
    if (attempt.isEmpty()) {
      attempt = Optional.of(Thread.ofVirtual().name("onion").start(() -> open(server)));
    }
  }

  private void open(InetSocketAddress server) {
    try {
      var found = TorBinary.at(Path.of(tor.binary()));
      if (found instanceof Outcome.Done<TorBinary>(TorBinary program)) {
        var service = OnionService.publish(program, folder, server, network(), time);
        uri = service.answer().map(OnionService::uri);
        journal.note(
            Entry.Kind.SITE,
            uri.map(where -> "the site is at " + where + " too")
                .orElseGet(() -> "no onion service: " + service.summary()));
      } else {
        journal.note(Entry.Kind.SITE, "no onion service: " + found.summary());
      }
    } catch (IOException e) {
      journal.note(Entry.Kind.SITE, "no onion service: the disk: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The agent ends; the next start tries again.
    }
  }

  private List<TorrcLine> network() {
    return tor.extra().stream().map(TorrcLine::new).toList();
  }

  /** Where it is; empty while it is not. */
  Optional<URI> uri() {
    return uri;
  }

  void close() {
    attempt.ifPresent(Thread::interrupt);
  }
}
