package org.bulbil.agent.stop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bulbil.agent.birth.Birth;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.order.Addressee;
import org.bulbil.agent.order.Order;
import org.bulbil.agent.order.StopSecret;
import org.bulbil.agent.order.Verb;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.SteadyTime;
import org.bulbil.core.time.Testimony;
import org.bulbil.hosting.CreditToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was ordered reaches the children, each once, and one that is silent is tried again. */
class HeraldTest {

  private static final Duration HEARTBEAT = Duration.ofMinutes(10);
  private static final FamilyId FAMILY = new FamilyId("A".repeat(43));

  private final StopSecret launcher = StopSecret.fresh(new Random(1));
  private final TestingTime wall = new TestingTime();
  private final SteadyTime time = new SteadyTime(wall, wall, Duration.ofHours(12));
  private final Journal ours = Journal.open(new SimulatedDisk().file("journal.db"), wall);
  private final Journal theirs = Journal.open(new SimulatedDisk().file("journal.db"), wall);
  private final Obedience parent = new Obedience(Optional.of(launcher.key()), ours, time);
  private final Obedience child = new Obedience(Optional.of(launcher.key()), theirs, time);
  private final AtomicInteger visits = new AtomicInteger();
  private final List<Birth> births = new ArrayList<>();
  private HttpServer server;
  private Herald herald;

  @BeforeEach
  void open() throws IOException {
    time.check(List.of(new Testimony("somebody", wall.now(), wall.now())));
    parent.meet(Optional.empty(), FAMILY);
    child.meet(Optional.empty(), FAMILY);
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 8);
    var door = new OrderDoor(child, wall);
    server.createContext(
        OrderDoor.PATH,
        exchange -> {
          visits.incrementAndGet();
          wall.pause(Duration.ofSeconds(1));
          door.handle(exchange);
        });
    server.start();
    herald =
        new Herald(
            parent,
            () -> births,
            (_, id) -> Outcome.done(lease(id)),
            server.getAddress().getPort(),
            HEARTBEAT,
            time);
  }

  @AfterEach
  void close() {
    server.stop(0);
    ours.close();
    theirs.close();
  }

  private static Lease lease(LeaseId id) {
    return new Lease(
        id,
        new Hostname("child"),
        "p",
        "ewr",
        Optional.of("127.0.0.1"),
        Instant.MAX,
        Lease.State.RUNNING);
  }

  private static Birth birth(long id, Birth.State state) {
    boolean planted = state != Birth.State.PLANNED;
    return new Birth(
        id,
        new Hostname("child" + id),
        Genome.founder("ewr", "p"),
        Cents.dollars(23),
        state,
        Optional.of(new CreditToken("ss_t_child_" + id)).filter(_ -> planted),
        Optional.of(new LeaseId("" + id)).filter(_ -> planted),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH,
        0,
        "");
  }

  private void order() {
    var now = wall.now().truncatedTo(ChronoUnit.SECONDS);
    var order =
        new Order(Verb.SHUT_DOWN, new Addressee.All(), 1, now, now.plus(Duration.ofDays(2)));
    assertThat(parent.hear(launcher.sign(order))).isInstanceOf(Outcome.Done.class);
  }

  private void live(Duration span) {
    for (var end = wall.now().plus(span); wall.now().isBefore(end); wall.pause(HEARTBEAT)) {
      herald.beat();
    }
  }

  @Test
  void aChildHearsWhatItsParentWasTold() {
    births.add(birth(1, Birth.State.DONE));
    live(Duration.ofHours(1));
    assertThat(visits).as("nothing was ordered").hasValue(0);
    order();
    live(Duration.ofHours(3));
    assertThat(child.isLeaving()).isTrue();
    assertThat(visits).as("once").hasValue(1);
  }

  @Test
  void oneThatIsNotPlantedIsNotVisited() {
    births.add(birth(1, Birth.State.PLANNED));
    order();
    live(Duration.ofHours(3));
    assertThat(visits).hasValue(0);
  }

  @Test
  void aSilentChildIsTriedEachHourUntilTheOrderRunsOut() {
    births.add(birth(1, Birth.State.LAUNCHED));
    server.removeContext(OrderDoor.PATH);
    server.createContext(
        OrderDoor.PATH,
        exchange -> {
          visits.incrementAndGet();
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    order();
    live(Duration.ofDays(3));
    assertThat(visits.get()).isBetween(40, 50);
  }

  @Test
  void manyChildrenAreVisitedAFewAtATime() {
    IntStream.rangeClosed(1, 12).forEach(i -> births.add(birth(i, Birth.State.DONE)));
    order();
    herald.beat();
    assertThat(visits).hasValue(4);
    live(Duration.ofHours(1));
    assertThat(visits).hasValue(12);
  }
}
