package org.bulbil.agent.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.launch.Founder.State;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.naming.testing.TestingNameRecords;
import org.bulbil.tor.Fingerprint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A site's servers are brought what they show, and followed until the name points to them. */
class SiteWelcomeTest {

  private static final InetAddress SERVER = InetAddress.ofLiteral("127.72.0.1");
  private static final Fingerprint SELF = new Fingerprint("C".repeat(40));

  private final TestingTime time = new TestingTime();
  private final TestingNameRecords records = new TestingNameRecords();
  private final Map<InetAddress, Fingerprint> shown = new HashMap<>();
  private final List<URI> brought = new ArrayList<>();
  private Outcome<URI> answer = Outcome.unknown("it does not listen yet");
  private Journal journal;
  private FounderBook book;
  private SiteWelcome welcome;

  @BeforeEach
  void launch() {
    journal = Journal.open(new SimulatedDisk().file("journal.db"), time);
    book = new FounderBook(journal.store());
    var draft = new FounderBook.Draft(new Hostname("bulbil1"), Genome.founder("ewr", "small"));
    book.plan(List.of(draft), time.now());
    var site = new Welcoming.OfSite(records, this::seen, this::bring);
    welcome = new SiteWelcome(site, 8080, book, journal, time);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private Outcome<Fingerprint> seen(InetAddress address) {
    return Optional.ofNullable(shown.get(address))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.unknown("nobody answers"));
  }

  private Outcome<URI> bring(URI page) {
    brought.add(page);
    return answer;
  }

  private Founder founder() {
    return book.all().getFirst();
  }

  private void isLaunched() {
    book.change(
        founder(),
        it ->
            it.moved(State.LAUNCHED, "launched", time.now())
                .housed(Optional.of(SERVER.getHostAddress()), time.now()));
  }

  @Test
  void whoHasNoServerIsLeftAlone() {
    welcome.look();
    assertThat(brought).isEmpty();
    assertThat(founder().state()).isEqualTo(State.PLANNED);
  }

  @Test
  void theContentIsBroughtUntilItIsTaken() {
    isLaunched();
    welcome.look();
    assertThat(founder().words()).isEqualTo("launched");
    answer = Outcome.done(URI.create("http://127.72.0.1:8080"));
    welcome.look();
    assertThat(founder().words()).contains("it has the content");
    assertThat(brought).hasSize(2).containsOnly(URI.create("http://127.72.0.1:8080"));
  }

  @Test
  void itIsOverWhenTheNamePointsThere() {
    isLaunched();
    shown.put(SERVER, SELF);
    welcome.look();
    assertThat(founder().state()).isEqualTo(State.RUNNING);
    assertThat(founder().fingerprint()).contains(SELF);
    records.add(InetAddress.ofLiteral("127.72.0.9"));
    welcome.look();
    assertThat(founder().state()).as("another's address").isEqualTo(State.RUNNING);
    records.add(SERVER);
    welcome.look();
    assertThat(founder().state()).isEqualTo(State.JOINED);
    assertThat(brought).isEmpty();
  }

  @Test
  void aSilentNameserverProvesNothing() {
    isLaunched();
    shown.put(SERVER, SELF);
    records.add(SERVER);
    records.fail(Outcome.unknown("no nameserver"));
    welcome.look();
    assertThat(founder().state()).isEqualTo(State.RUNNING);
    records.recover();
    welcome.look();
    assertThat(founder().state()).isEqualTo(State.JOINED);
  }
}
