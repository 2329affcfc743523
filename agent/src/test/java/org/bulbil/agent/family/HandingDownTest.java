package org.bulbil.agent.family;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.TestingSettings;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.family.FamilyKey;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child gets its family's key from its nurse over HTTP, and nothing else gets it or passes. */
class HandingDownTest {

  private static final Duration HEARTBEAT = Duration.ofMinutes(10);
  private static final Fingerprint CHILD = new Fingerprint("C".repeat(40));

  private final Random random = new Random(20261122);
  private final FamilyKey key = FamilyKey.fresh(random);
  private final Nurse nurse = new Nurse(PaperBelonging.byCount(), random);
  private final Map<Fingerprint, ServerDescriptor> directory = new HashMap<>();
  private final TestingTime time = new TestingTime();
  private int calls;
  private Infant infant;
  private HttpServer server;
  private Journal journal;

  @TempDir Path folder;

  @BeforeEach
  void open() throws Exception {
    infant = new Infant(CHILD);
    infant.write(keys());
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 8);
    server.createContext(
        Nurse.PATH,
        exchange -> {
          calls++;
          nurse.handle(exchange);
        });
    server.start();
    journal = Journal.open(new SimulatedDisk().file("journal.db"), time);
  }

  @AfterEach
  void close() {
    server.stop(0);
    journal.close();
  }

  private Path keys() {
    return folder.resolve("keys");
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private Membership membership(String family) {
    return membership(new TestingSettings().nurse(url(), family), keys());
  }

  private Membership founder(Path keys) {
    return membership(new TestingSettings(), keys);
  }

  private Membership membership(TestingSettings told, Path keys) {
    return Membership.in(keys, told.settings(), journal, time, random);
  }

  private void announce(String contact, int certificates) {
    directory.put(CHILD, infant.descriptor(contact, certificates));
  }

  private int lookAfter(Fingerprint... children) {
    return nurse.lookAfter(
        Set.of(children), key, relay -> Outcome.done(Optional.ofNullable(directory.get(relay))));
  }

  private String journalText() {
    return String.join("\n", journal.newest(50).stream().map(Entry::words).toList());
  }

  @Test
  void aChildJoinsItsParentsFamily() throws Exception {
    announce("", 0);
    assertThat(lookAfter(CHILD)).isEqualTo(1);
    var child = membership(key.id());
    assertThat(child.declared()).isEmpty();
    assertThat(child.family().value()).isEqualTo(key.id());

    child.seek(Optional.of(CHILD));
    assertThat(child.declared().orElseThrow().value()).isEqualTo(key.id());
    assertThat(FamilyKey.read(keys(), "bulbil").bytes()).isEqualTo(key.bytes());
    var file = keys().resolve("bulbil.secret_family_key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(journalText()).contains("joins the family " + key.id());
    assertThat(membership(key.id()).declared()).as("after a crash").isPresent();
  }

  @Test
  void aRelayWithoutANurseBeginsAFamilyOnce() {
    var first = founder(keys()).declared().orElseThrow();
    assertThat(founder(keys()).declared()).contains(first);
    try (var other = Journal.open(new SimulatedDisk().file("journal.db"), time)) {
      var elsewhere = folder.resolve("other");
      assertThat(
              Membership.in(elsewhere, new TestingSettings().settings(), other, time, random)
                  .declared())
          .isPresent()
          .isNotEqualTo(Optional.of(first));
    }
  }

  @Test
  void theKeyOfAnotherFamilyIsNotTaken() {
    announce("", 0);
    lookAfter(CHILD);
    var child = membership(FamilyKey.fresh(random).id());
    child.seek(Optional.of(CHILD));
    assertThat(child.declared()).isEmpty();
    assertThat(journalText()).contains("it is the key of another family");
  }

  @Test
  void whoeverIsNoChildGetsNothing() {
    announce("", 0);
    lookAfter(new Fingerprint("D".repeat(40)));
    for (var path : new String[] {CHILD.value(), "", "x", "C".repeat(39), "D".repeat(40), "../"}) {
      assertThat(status(Nurse.PATH + path)).as(path).isEqualTo(404);
    }
    lookAfter(CHILD);
    assertThat(status(Nurse.PATH + CHILD)).isEqualTo(200);
    lookAfter();
    assertThat(status(Nurse.PATH + CHILD)).isEqualTo(404);
  }

  private int status(String path) {
    try (var http = new Http(Http.Limits.USUAL)) {
      return http.get(url().resolve(path)).answer().orElseThrow().status();
    }
  }

  @Test
  void theAnswerIsMadeOnceAndAgainOnlyForANewOnionKey() throws Exception {
    announce("", 0);
    lookAfter(CHILD);
    var first = said();
    lookAfter(CHILD);
    assertThat(said()).isEqualTo(first);

    infant.changeOnionKey();
    infant.write(keys());
    announce("", 0);
    lookAfter(CHILD);
    assertThat(said()).isNotEqualTo(first);
    var child = membership(key.id());
    child.seek(Optional.of(CHILD));
    assertThat(child.declared()).isPresent();
  }

  private String said() {
    try (var http = new Http(Http.Limits.USUAL)) {
      return http.get(url().resolve(Nurse.PATH + CHILD)).answer().orElseThrow().text();
    }
  }

  /** Its contact line must name the family and its certificate prove it: either alone can fail. */
  @Test
  void aChildThatDeclaresTheFamilyNeedsNoAnswerAnyMore() {
    var line = "bulbil generation:0 genes:00ff00ff family:" + key.id();
    announce(line, 0);
    assertThat(lookAfter(CHILD)).isEqualTo(1);
    announce("", 1);
    assertThat(lookAfter(CHILD)).isEqualTo(1);
    announce(line, 1);
    assertThat(lookAfter(CHILD)).isZero();
    assertThat(status(Nurse.PATH + CHILD)).isEqualTo(404);
  }

  @Test
  void aNurseWithNothingToSayIsAskedMoreAndMoreRarelyAndToldOfOnce() {
    var child = membership(key.id());
    for (int beat = 0; beat < 200; beat++) {
      child.seek(Optional.of(CHILD));
      time.pause(HEARTBEAT);
    }
    assertThat(calls).isBetween(7, 10);
    assertThat(journal.newest(50)).hasSize(1);
    assertThat(journalText()).contains("no family key yet", "404");
  }

  @Test
  void beforeTheConsensusListsUsNobodyIsAsked() {
    membership(key.id()).seek(Optional.empty());
    assertThat(calls).isZero();
  }

  @Test
  void aHostileNurseGetsNothingBroken() {
    server.removeContext(Nurse.PATH);
    server.createContext(
        Nurse.PATH,
        exchange -> {
          try (exchange) {
            var nonsense = "A".repeat(192).getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, nonsense.length);
            exchange.getResponseBody().write(nonsense);
          }
        });
    var child = membership(key.id());
    child.seek(Optional.of(CHILD));
    assertThat(child.declared()).isEmpty();
    server.stop(0);
    time.pause(HEARTBEAT.multipliedBy(2));
    child.seek(Optional.of(CHILD));
    assertThat(child.declared()).isEmpty();
    assertThat(journal.newest(50)).hasSize(1);
  }
}
