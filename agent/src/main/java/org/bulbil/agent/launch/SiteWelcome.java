package org.bulbil.agent.launch;

import java.net.InetAddress;
import java.net.URI;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.launch.Founder.State;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Fingerprint;

/**
 * Brings the servers of a site their content, and watches them until the name points to them: that
 * they add themselves to it is their own work.
 */
final class SiteWelcome implements Reception {

  private final Welcoming.OfSite site;
  private final int statusPort;
  private final FounderBook book;
  private final Journal journal;
  private final Time time;

  /**
   * @param statusPort where each server takes its content
   */
  SiteWelcome(Welcoming.OfSite site, int statusPort, FounderBook book, Journal journal, Time time) {
    this.site = site;
    this.statusPort = statusPort;
    this.book = book;
    this.journal = journal;
    this.time = time;
  }

  @Override
  public String waiting() {
    return "it does not show the site yet";
  }

  @Override
  public void look() {
    for (var founder : book.all()) {
      if (founder.state() == State.LAUNCHED || founder.state() == State.RUNNING) {
        founder.address().map(InetAddress::ofLiteral).ifPresent(where -> meet(founder, where));
      }
    }
  }

  private void meet(Founder founder, InetAddress where) {
    if (site.guest().seen(where) instanceof Outcome.Done<Fingerprint>(Fingerprint self)) {
      greet(founder, self, where);
    } else if (founder.state() == State.LAUNCHED) {
      bring(founder, where);
    }
  }

  private void greet(Founder founder, Fingerprint self, InetAddress where) {
    if (founder.state() == State.LAUNCHED) {
      var words = "shows the site; the name does not point to it yet";
      book.change(founder, it -> it.known(self).moved(State.RUNNING, words, time.now()));
      journal.note(Entry.Kind.BIRTH, founder.hostname() + " shows the site");
    }
    if (site.records().read().answer().filter(all -> all.contains(where)).isPresent()) {
      book.change(
          founder,
          it -> it.moved(State.JOINED, "shows the site; the name points to it", time.now()));
    }
  }

  private void bring(Founder founder, InetAddress where) {
    var page = RelayList.page(where.getHostAddress(), statusPort);
    if (site.porter().bring(page) instanceof Outcome.Done<URI>) {
      book.change(founder, it -> it.saying("it has the content, and begins to show it"));
    }
  }
}
