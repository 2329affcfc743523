package org.bulbil.agent.stop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.order.Addressee;
import org.bulbil.agent.order.Order;
import org.bulbil.agent.order.SignedOrder;
import org.bulbil.agent.order.StopSecret;
import org.bulbil.agent.order.Verb;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.SteadyTime;
import org.bulbil.core.time.Testimony;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The door takes a good order, and whatever else knocks costs it next to nothing. */
class OrderDoorTest {

  private final StopSecret launcher = StopSecret.fresh(new Random(1));
  private final TestingTime wall = new TestingTime();
  private final SteadyTime time = new SteadyTime(wall, wall, Duration.ofHours(12));
  private final Journal journal = Journal.open(new SimulatedDisk().file("journal.db"), wall);
  private final Obedience obedience = new Obedience(Optional.of(launcher.key()), journal, time);
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    time.check(List.of(new Testimony("somebody", wall.now(), wall.now())));
    obedience.meet(Optional.empty(), new FamilyId("A".repeat(43)));
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 8);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(OrderDoor.PATH, new OrderDoor(obedience, wall));
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    journal.close();
  }

  private URI page() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private SignedOrder order(Verb verb, long serial) {
    Instant now = wall.now().truncatedTo(ChronoUnit.SECONDS);
    return launcher.sign(
        new Order(verb, new Addressee.All(), serial, now, now.plus(Duration.ofDays(1))));
  }

  private int post(String path, String body) {
    try (var http = new Http(Http.Limits.USUAL)) {
      return http.send("POST", page().resolve(path), "text/plain", body)
          .answer()
          .orElseThrow()
          .status();
    }
  }

  @Test
  void aGoodOrderIsObeyedAndABadOneRefused() {
    assertThat(OrderCall.bring(order(Verb.PLANT_NO_MORE, 3), page()))
        .isInstanceOf(Outcome.Done.class);
    wall.pause(Duration.ofSeconds(1));
    assertThat(OrderCall.bring(order(Verb.SHUT_DOWN, 2), page()))
        .isInstanceOf(Outcome.Refused.class);
    wall.pause(Duration.ofSeconds(1));
    assertThat(post("/orders", "pay me")).isEqualTo(403);
    assertThat(obedience.isLeaving()).isFalse();
  }

  @Test
  void onlyAPostOfAKilobyteIsLookedAt() {
    assertThat(post("/orders", "x".repeat(SignedOrder.LENGTH_MAX + 1))).isEqualTo(400);
    assertThat(post("/orders/", order(Verb.SHUT_DOWN, 1).text())).isEqualTo(404);
    assertThat(post("/ordersx", order(Verb.SHUT_DOWN, 1).text())).isEqualTo(404);
    assertThat(look()).isEqualTo(405);
    assertThat(obedience.isLeaving()).isFalse();
  }

  @Test
  void knockersAreCheckedFiveTimesASecondAtMost() {
    assertThat(post("/orders", "one")).isEqualTo(403);
    assertThat(post("/orders", "two")).isEqualTo(429);
    wall.pause(Duration.ofMillis(200));
    assertThat(post("/orders", "three")).isEqualTo(403);
    assertThat(journal.newest(9)).as("nothing is written for strangers").isEmpty();
  }

  /** Four connections that never finish are let in; who comes then is told to come back. */
  @Test
  void whoTricklesKeepsNobodyWaiting() throws Exception {
    var order = order(Verb.SHUT_DOWN, 1).text();
    var slow = new ArrayList<Socket>();
    for (int i = 0; i < 4; i++) {
      slow.add(trickle());
    }
    until(() -> look() == 429); // An order that came before them would be obeyed, and only once.
    for (var socket : slow) {
      socket.close();
    }
    until(() -> knock(order) == 200);
    assertThat(obedience.isLeaving()).isTrue();
  }

  private Socket trickle() throws IOException {
    var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.getAddress().getPort());
    var begun = "POST /orders HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\nbul";
    socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private int look() {
    try (var http = new Http(Http.Limits.USUAL)) {
      return http.get(page().resolve("/orders")).answer().orElseThrow().status();
    }
  }

  private int knock(String order) {
    wall.pause(Duration.ofSeconds(1));
    return post("/orders", order);
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 300 && !condition.getAsBoolean(); i++) {
      Thread.sleep(100);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
