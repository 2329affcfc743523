package org.bulbil.agent.site;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bulbil.agent.settings.SiteSettings;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.naming.Addresses;
import org.bulbil.naming.NameRecords;

/**
 * Finds the other living servers of the site: they are where the name points, and show a page that
 * their wallet vouches for. One thread.
 */
final class Siblings implements AutoCloseable {

  private final NameRecords records;
  private final SiteVisit visit;
  private Outcome<List<Sibling>> newest = Outcome.unknown("nobody has looked for siblings yet");

  /**
   * @param records of the site's name
   * @param visit how their pages are read
   */
  Siblings(NameRecords records, SiteVisit visit) {
    this.records = records;
    this.visit = visit;
  }

  /**
   * Looks who answers.
   *
   * @param own address, where nobody is asked
   */
  void look(InetAddress own) {
    newest = records.read().map(all -> living(all, own));
  }

  private List<Sibling> living(Addresses all, InetAddress own) {
    return all.all().stream()
        .filter(address -> !address.equals(own))
        .sorted(Comparator.comparing(InetAddress::getHostAddress))
        .limit(SiteSettings.COPIES_MAX)
        .parallel() // A dead one takes seconds.
        .flatMap(this::visited)
        .toList();
  }

  private Stream<Sibling> visited(InetAddress address) {
    return visit.at(address).answer().map(page -> new Sibling(address, page)).stream();
  }

  /** Who answered when somebody looked last; unknown where the nameserver did not. */
  Outcome<List<Sibling>> newest() {
    return newest;
  }

  @Override
  public void close() {
    visit.close();
  }
}
