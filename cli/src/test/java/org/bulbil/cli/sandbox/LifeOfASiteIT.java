package org.bulbil.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bulbil.cli.sandbox.Patience.await;
import static org.bulbil.cli.sandbox.Patience.until;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.storm.Processes;
import org.bulbil.sandbox.storm.Processes.Living;
import org.bulbil.sandbox.witness.Loss.Cause;
import org.bulbil.sandbox.witness.Relay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * A site lives through kills, the death of a server, a birth, a nameserver that is down, and the
 * end of its leases, while somebody reads its page by its name all the time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeOfASiteIT {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  /** Eighty dollars, 210 rent-days of 38 cents: enough for a child and a reserve. */
  private static final long MUCH = 80_000;

  private Optional<SiteWorld> opened = Optional.empty();
  private boolean broken;

  @RegisterExtension
  final TestWatcher confession =
      new TestWatcher() {
        @Override
        public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
          broken = true;
        }
      };

  @BeforeAll
  void open() throws Exception {
    opened = Optional.of(new SiteWorld(Files.createTempDirectory(Path.of("/tmp"), "bs")));
  }

  @AfterAll
  void close() {
    opened.ifPresent(SiteWorld::close);
  }

  @BeforeEach
  void stopAfterAFailure() {
    assumeFalse(broken, "an earlier step has failed");
  }

  private SiteWorld place() {
    return opened.orElseThrow();
  }

  private void awaitAllNamed(String what, int count) throws InterruptedException {
    until(
        what,
        LIMIT,
        () -> {
          var living = place().living().stream().map(Relay::hostname).toList();
          return living.size() == count && List.copyOf(place().named()).containsAll(living);
        });
    Thread.sleep(SiteWorld.TTL); // Until nobody remembers the name as it was before.
  }

  @Test
  @Order(1)
  void theNamePointsToTwoServersInTwoRegions() throws Exception {
    awaitAllNamed("both are there", 2);
    assertThat(place().living()).extracting(Relay::region).doesNotHaveDuplicates();
    place().living().forEach(server -> place().give(server, MUCH));
    until("it is read", LIMIT, () -> place().readings().visits().answered() > 10);
  }

  /** Through real tors, by a client that knows nothing but the onion address. */
  @Test
  @Order(2)
  void itIsReadAsAnOnionServiceToo() throws Exception {
    var traffic = place().world().network().awaitTraffic(LIMIT);
    assertThat(traffic).as(traffic.summary()).isInstanceOf(Outcome.Done.class);
    var onion = await("an onion address", LIMIT, () -> place().onion());
    until("its page", LIMIT, () -> place().throughTor(onion).contains("I pay my own rent"));
  }

  @Test
  @Order(3)
  void killedAgentsAndWebServersComeBack() throws Exception {
    for (var server : place().living()) {
      killed(() -> place().processes(server).web());
      awaitAllNamed("both are back", 2);
      killed(() -> place().processes(server).agent());
      awaitAllNamed("both are still there", 2);
    }
  }

  private static void killed(Supplier<Optional<Living>> which) throws InterruptedException {
    var dead = await("a process", LIMIT, which);
    dead.kill();
    until("another", LIMIT, () -> which.get().filter(it -> it.pid() != dead.pid()).isPresent());
  }

  @BeforeEach
  void noteWhatWasRead() {
    opened
        .flatMap(world -> world.stand().readings())
        .ifPresent(readings -> place().note(readings.visits().toString()));
  }

  @Test
  @Order(4)
  void whileTheNameserverIsDownTheSiteIsReadAllTheSame() throws Exception {
    var nameserver = place().stand().nameserver();
    var before = place().named();
    nameserver.stop();
    Thread.sleep(SiteWorld.TTL.dividedBy(2));
    nameserver.resume();
    awaitAllNamed("both are still there", 2);
    assertThat(place().named()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  @Order(5)
  void aServerThatDiesIsTakenOutOfTheNameAndReplacedElsewhere() throws Exception {
    var dead = place().living().getFirst();
    var regions = new ArrayList<>(place().living().stream().map(Relay::region).toList());
    assertThat(place().world().market().provider().ban(dead.machine())).isTrue();
    until("it is out", LIMIT, () -> !place().named().contains(dead.hostname()));
    awaitAllNamed("another is born", 2);
    var child = place().living().getLast();
    assertThat(child.generation()).isEqualTo(1);
    regions.remove(dead.region());
    assertThat(regions).doesNotContain(child.region());
  }

  @Test
  @Order(6)
  void pagesWereAnsweredAndNoAddressLedNowhereForLong() throws Exception {
    var readings = place().readings();
    place().note(String.join("\n", SiteText.lines(readings)));
    // A few hundred requests; bench/site has enough of them for the aim of 99.9.
    var visits = readings.visits();
    long named = visits.asked() - visits.nameless(); // The nameserver was down for a while.
    assertThat(visits.answered()).isGreaterThanOrEqualTo(Math.round(0.99 * named));
    assertThat(readings.deadTooLong()).isZero();
  }

  @Test
  @Order(7)
  void theAccountAddsUp() throws Exception {
    var audit = place().world().audit();
    assertThat(audit.difference()).as("%s", audit.findings()).isZero();
    var harm = place().world().harm();
    assertThat(harm.paidTwice()).isEmpty();
    assertThat(harm.launchedTwice()).isEmpty();
    assertThat(harm.secondWallets()).isEmpty();
    place().note("lost " + harm.lost(Cause.OURS));
  }

  @Test
  @Order(8)
  void afterTheEndNoProcessIsLeft() {
    place().close();
    assertThat(Processes.in(place().folder)).isEmpty();
  }
}
