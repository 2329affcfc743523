package org.bulbil.agent.stop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bulbil.agent.order.SignedOrder;
import org.bulbil.agent.status.PlainWords;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Stopwatch;

/**
 * Where orders arrive: {@code POST /orders} with the text of a {@link SignedOrder}. It answers 200
 * where the order is obeyed, 403 where it is not, 503 where that cannot be said yet.
 *
 * <p>Anybody may knock. A visitor costs a signature check of a millisecond, five times a second at
 * most, and the disk nothing unless the signature is good.
 */
public final class OrderDoor implements HttpHandler {

  /** Where it answers. */
  public static final String PATH = "/orders";

  private static final Duration BETWEEN_CHECKS = Duration.ofMillis(200);

  /** Visitors who may be handing something over at once: they must not fill the status page. */
  private static final int AT_ONCE = 4;

  private final Obedience obedience;
  private final Stopwatch stopwatch;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private Duration nextCheck;

  public OrderDoor(Obedience obedience, Stopwatch stopwatch) {
    this.obedience = obedience;
    this.stopwatch = stopwatch;
    this.nextCheck = stopwatch.elapsed();
  }

  private record Answer(int status, String words) {}

  private static final Answer BUSY = new Answer(429, "Too many orders; try again in a second.");

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var answer = room.tryAcquire() ? inside(exchange) : BUSY;
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      PlainWords.send(exchange, answer.status(), answer.words());
    }
  }

  private Answer inside(HttpExchange exchange) {
    try {
      return answer(exchange);
    } finally {
      room.release();
    }
  }

  private Answer answer(HttpExchange exchange) {
    if (!exchange.getRequestURI().getPath().equals(PATH)) {
      return new Answer(404, "There is no such page.");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return new Answer(405, "Orders are handed over by POST.");
    }
    return body(exchange).map(this::checked).orElse(LOST);
  }

  private static final Answer LOST = new Answer(400, "The order did not arrive as one kilobyte.");

  /** Empty where it is too long, or breaks off; who trickles is cut off by the server. */
  private static Optional<String> body(HttpExchange exchange) {
    try {
      var bytes = exchange.getRequestBody().readNBytes(SignedOrder.LENGTH_MAX + 1);
      return Optional.of(new String(bytes, StandardCharsets.US_ASCII))
          .filter(_ -> bytes.length <= SignedOrder.LENGTH_MAX);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Answer checked(String body) {
    if (!mayCheck()) {
      return BUSY;
    }
    return switch (SignedOrder.read(body).flatMap(obedience::hear)) {
      case Outcome.Done<String>(String words) -> new Answer(200, words);
      case Outcome.Refused<String>(String why, _) -> new Answer(403, why);
      case Outcome.Unknown<String>(String cause) -> new Answer(503, cause);
    };
  }

  private synchronized boolean mayCheck() {
    var now = stopwatch.elapsed();
    if (now.compareTo(nextCheck) < 0) {
      return false;
    }
    nextCheck = now.plus(BETWEEN_CHECKS);
    return true;
  }
}
