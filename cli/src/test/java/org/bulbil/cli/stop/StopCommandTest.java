package org.bulbil.cli.stop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.order.SignedOrder;
import org.bulbil.agent.order.StopKey;
import org.bulbil.agent.order.Verb;
import org.bulbil.agent.stop.Obedience;
import org.bulbil.agent.stop.OrderDoor;
import org.bulbil.bitcoin.store.SqliteFile;
import org.bulbil.cli.CommandLines;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.time.SteadyTime;
import org.bulbil.core.time.Stopwatch;
import org.bulbil.core.time.Testimony;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a key to a relay that obeys, as a launcher types it. */
class StopCommandTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int execute(String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return CommandLines.execute(out, err, List.of(words));
  }

  private Path key() {
    return folder.resolve("stop.key");
  }

  private StopKey makeKey() {
    assertThat(execute("stop", "make-key", key().toString())).isZero();
    return new StopKey(out.toString().strip());
  }

  private SignedOrder sign(String order, String to) throws IOException {
    assertThat(execute("stop", "sign", "--key", key().toString(), order, to))
        .as(err.toString())
        .isZero();
    Files.writeString(folder.resolve("order"), out.toString());
    return SignedOrder.read(out.toString()).answer().orElseThrow();
  }

  @Test
  void theSecretIsForItsOwnerAndNeverPrinted() throws IOException {
    makeKey();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
        .isEqualTo("rw-------");
    var secret = Files.readAllLines(key()).getLast();
    assertThat(out.toString() + err).doesNotContain(secret);
    sign("shut-down", "all");
    assertThat(out.toString() + err).doesNotContain(secret);
    assertThat(execute("stop", "make-key", key().toString())).isEqualTo(1);
    assertThat(Files.readAllLines(key()).getLast()).isEqualTo(secret);
  }

  @Test
  void anOrderIsSignedForWhomItIsMeant() throws IOException {
    var key = makeKey();
    var fingerprint = "F8E9F7D30ED7F541FD248945FAA2B593AD5E584D";
    var signed = sign("plant-no-more", "relay:" + fingerprint);
    assertThat(signed.isBy(key)).isTrue();
    assertThat(signed.order().verb()).isEqualTo(Verb.PLANT_NO_MORE);
    assertThat(signed.order().to().text()).isEqualTo("relay " + fingerprint);
    assertThat(Duration.between(signed.order().made(), signed.order().until()))
        .isEqualTo(Duration.ofDays(30));
  }

  @ParameterizedTest
  @CsvSource({"pay, all, plant-no-more or", "shut-down, everybody, all", "shut-down, relay:7, 40"})
  void whatCannotBeOrderedIsATypingError(String order, String to, String rule) {
    makeKey();
    assertThat(execute("stop", "sign", "--key", key().toString(), order, to)).isEqualTo(2);
    assertThat(err.toString()).contains(rule);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anOrderIsBroughtToARelayThatObeys() throws IOException {
    var key = makeKey();
    var clock = new SystemTime();
    var time = new SteadyTime(clock, clock, Duration.ofHours(1));
    time.check(List.of(Testimony.around("a test", clock.now(), Duration.ofHours(1))));
    var file = new SqliteFile(folder.resolve("journal.db"));
    try (var journal = Journal.open(file, time)) {
      var obedience = new Obedience(Optional.of(key), journal, time);
      obedience.meet(Optional.empty(), new FamilyId("A".repeat(43)));
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 8);
      var visits = new AtomicLong();
      Stopwatch unhurried = () -> Duration.ofMinutes(visits.incrementAndGet());
      server.createContext(OrderDoor.PATH, new OrderDoor(obedience, unhurried));
      server.start();
      var page = "http://127.0.0.1:" + server.getAddress().getPort();
      sign("shut-down", "all");
      var order = folder.resolve("order").toString();
      assertThat(execute("stop", "send", order, page)).as(out.toString()).isZero();
      assertThat(out.toString()).contains("obeyed", "shut down");
      assertThat(obedience.isLeaving()).isTrue();
      assertThat(execute("stop", "send", order, page, "http://127.0.0.1:1")).isEqualTo(1);
      assertThat(out.toString()).contains("obeyed already", "127.0.0.1:1");
      server.stop(0);
    }
  }

  @Test
  void whatIsNoOrderIsNotSent() throws IOException {
    Files.writeString(folder.resolve("order"), "shut down, please\n");
    assertThat(execute("stop", "send", folder.resolve("order").toString(), "http://127.0.0.1:1"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("no order");
  }
}
