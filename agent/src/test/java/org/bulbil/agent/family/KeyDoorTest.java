package org.bulbil.agent.family;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.launch.HttpCourier;
import org.bulbil.agent.settings.NurseSettings;
import org.bulbil.agent.settings.TestingSettings;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.Accepted;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.family.FamilyKey;
import org.bulbil.tor.family.SealedFamilyKey;
import org.bulbil.wire.Http;
import org.bulbil.wire.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A founder takes its family's key from whoever brings it over HTTP, and no other key. */
class KeyDoorTest {

  private static final Fingerprint FOUNDER = new Fingerprint("F".repeat(40));

  private final Random random = new Random(20261123);
  private final FamilyKey key = FamilyKey.fresh(random);
  private final Http http = new Http(Http.Limits.USUAL);
  private Infant infant;
  private Membership membership;
  private HttpServer server;
  private Journal journal;

  @TempDir Path folder;

  @BeforeEach
  void open() throws Exception {
    infant = new Infant(FOUNDER);
    infant.write(folder.resolve("keys"));
    var time = new TestingTime();
    journal = Journal.open(new SimulatedDisk().file("journal.db"), time);
    var told = NurseSettings.launcher(new FamilyId(key.id()));
    membership =
        Membership.in(
            folder.resolve("keys"),
            new TestingSettings().family(told.family()).settings(),
            journal,
            time,
            random);
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 8);
    server.createContext(KeyDoor.PATH, new KeyDoor(membership));
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    journal.close();
    http.close();
  }

  private URI page() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private SealedFamilyKey sealed(FamilyKey letter) {
    return SealedFamilyKey.seal(letter, FOUNDER, infant.descriptor("", 0).ntorOnionKey(), random)
        .answer()
        .orElseThrow();
  }

  private Outcome<Accepted> bring(FamilyKey letter) {
    return new HttpCourier(http).bring(page(), sealed(letter));
  }

  private int post(String body) {
    return http.send("POST", page().resolve(KeyDoor.PATH), "text/plain", body)
        .map(Reply::status)
        .answer()
        .orElseThrow();
  }

  @Test
  void theKeyThatIsBroughtIsDeclaredFromTheNextHeartbeatOn() {
    membership.meet(FOUNDER);
    assertThat(bring(key)).isInstanceOf(Outcome.Done.class);
    assertThat(membership.declared()).isEmpty();
    membership.seek(Optional.empty());
    assertThat(membership.declared()).contains(new FamilyId(key.id()));
  }

  @Test
  void anotherFamilysKeyAndJunkTakeNobodysPlace() {
    membership.meet(FOUNDER);
    assertThat(bring(FamilyKey.fresh(random))).isInstanceOf(Outcome.Refused.class);
    assertThat(post("junk")).isEqualTo(400);
    assertThat(post("A".repeat(SealedFamilyKey.TEXT_LENGTH))).isEqualTo(409);
    assertThat(post("A".repeat(10_000))).isEqualTo(400);
    assertThat(bring(key)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void beforeTheRelayKnowsItselfTheLauncherIsToldToComeBack() {
    assertThat(post(sealed(key).text())).isEqualTo(503);
    membership.meet(FOUNDER);
    assertThat(post(sealed(key).text())).isEqualTo(204);
  }

  @Test
  void whoHasAKeyTakesNoOtherAndNobodyCanRead() {
    membership.meet(FOUNDER);
    bring(key);
    assertThat(post(sealed(key).text())).isEqualTo(409);
    membership.seek(Optional.empty());
    assertThat(post(sealed(key).text())).isEqualTo(409);
    assertThat(http.get(page().resolve(KeyDoor.PATH)).answer().orElseThrow().status())
        .isEqualTo(405);
  }
}
