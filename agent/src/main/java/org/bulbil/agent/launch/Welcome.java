package org.bulbil.agent.launch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.bulbil.agent.family.Belonging;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.launch.Founder.State;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.Accepted;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.family.FamilyKey;
import org.bulbil.tor.family.SealedFamilyKey;

/**
 * Finds founders in the consensus and brings them the family's key, until they declare it. A relay
 * is a founder where it has the name of one and the address of its server: names are anybody's, and
 * the address of a relay that is Running was tried by the authorities.
 */
final class Welcome implements Reception {

  private final Relays directory;
  private final Courier courier;
  private final FamilyKey key;
  private final Belonging belonging;
  private final int statusPort;
  private final FounderBook book;
  private final Journal journal;
  private final Time time;
  private final RandomGenerator random;

  /**
   * @param key of the family that the founders were told of
   * @param statusPort where each relay has its door for it
   * @param random one that nobody can guess
   */
  Welcome(
      Relays directory,
      Courier courier,
      FamilyKey key,
      Belonging belonging,
      int statusPort,
      FounderBook book,
      Journal journal,
      Time time,
      RandomGenerator random) {
    this.directory = directory;
    this.courier = courier;
    this.key = key;
    this.belonging = belonging;
    this.statusPort = statusPort;
    this.book = book;
    this.journal = journal;
    this.time = time;
    this.random = random;
  }

  /** Looks for all founders that have a server and do not declare the family. */
  @Override
  public void look() {
    var wanted = book.all().stream().filter(Welcome::isLookedFor).toList();
    if (!wanted.isEmpty()) {
      var names = wanted.stream().map(Founder::hostname).collect(Collectors.toSet());
      directory.running(Set.copyOf(names)).answer().ifPresent(seen -> meet(wanted, seen));
    }
  }

  @Override
  public String waiting() {
    return "not in the consensus yet";
  }

  private static boolean isLookedFor(Founder founder) {
    return founder.address().isPresent()
        && (founder.state() == State.LAUNCHED || founder.state() == State.RUNNING);
  }

  private void meet(List<Founder> wanted, List<ServerDescriptor> seen) {
    for (var founder : wanted) {
      seen.stream()
          .filter(relay -> isHomeOf(founder, relay))
          .findFirst()
          .ifPresent(relay -> meet(founder, relay));
    }
  }

  private static boolean isHomeOf(Founder founder, ServerDescriptor relay) {
    return relay.nickname().value().equals(founder.hostname().value())
        && founder.address().equals(Optional.of(relay.address().getHostAddress()));
  }

  private void meet(Founder founder, ServerDescriptor relay) {
    if (founder.state() == State.LAUNCHED) {
      var words = "Running; it waits for the family's key";
      book.change(
          founder, it -> it.known(relay.fingerprint()).moved(State.RUNNING, words, time.now()));
      journal.note(Entry.Kind.BIRTH, founder.hostname() + " is Running as " + relay.fingerprint());
    }
    if (belonging.of(relay).equals(Optional.of(new FamilyId(key.id())))) {
      book.change(
          founder, it -> it.moved(State.JOINED, "Running; declares the family", time.now()));
    } else {
      bring(founder, relay);
    }
  }

  private void bring(Founder founder, ServerDescriptor relay) {
    var page = RelayList.page(founder.address().orElseThrow(), statusPort);
    var brought =
        SealedFamilyKey.seal(key, relay.fingerprint(), relay.ntorOnionKey(), random)
            .flatMap(letter -> courier.bring(page, letter));
    if (brought instanceof Outcome.Done<Accepted>) {
      book.change(founder, it -> it.saying("Running; it has the family's key"));
    }
  }
}
