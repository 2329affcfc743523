package org.bulbil.atlas.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bulbil.atlas.web.Answer;
import org.bulbil.atlas.web.Ask;
import org.bulbil.atlas.web.Form;
import org.bulbil.atlas.web.Problem;
import org.bulbil.atlas.web.Room;
import org.bulbil.atlas.web.Traffic;
import org.bulbil.core.outcome.Outcome;

/** Serves rooms by HTTP. */
public final class AtlasServer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(AtlasServer.class.getName());

  /** Requests that are worked on at the same time; the next ones are sent away with 503. */
  private static final int REQUESTS_MAX = 512;

  /** Large answers that are sent at the same time, to however slow a reader; likewise. */
  private static final int DOWNLOADS_MAX = 64;

  /** Bytes; what is smaller, the system's buffers take at once. */
  private static final int LARGE = 1 << 20;

  /** Seconds that requests in work get when the server stops. */
  private static final int PARTING = 2;

  static {
    Limits.set();
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final List<Room> rooms;
  private final Delivery delivery;
  private final Traffic traffic;
  private final Semaphore places = new Semaphore(REQUESTS_MAX);
  private final Semaphore downloads = new Semaphore(DOWNLOADS_MAX);

  private AtlasServer(
      HttpServer server,
      ExecutorService threads,
      List<Room> rooms,
      Delivery delivery,
      Traffic traffic) {
    this.server = server;
    this.threads = threads;
    this.rooms = List.copyOf(rooms);
    this.delivery = delivery;
    this.traffic = traffic;
  }

  /**
   * Starts to serve.
   *
   * @param address a loopback address; port 0 for any
   * @param rooms asked in order
   * @param onion where the same site is an onion service: {@code http://….onion}
   * @throws IOException where the address cannot be had
   */
  public static AtlasServer start(
      InetSocketAddress address, List<Room> rooms, Optional<URI> onion, Traffic traffic)
      throws IOException {
    var http = HttpServer.create(address, REQUESTS_MAX);
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    var server = new AtlasServer(http, threads, rooms, new Delivery(onion), traffic);
    http.setExecutor(threads);
    http.createContext("/", server::serve);
    http.start();
    return server;
  }

  public InetSocketAddress address() {
    return server.getAddress();
  }

  /** Where it is, without a slash at the end. */
  public URI uri() {
    return URI.create("http://" + address().getHostString() + ":" + address().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var read =
          Gate.read(
              exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders());
      switch (read) {
        case Outcome.Done<Ask>(var ask) when isForm(exchange) -> take(exchange, ask);
        case Outcome.Done<Ask>(var ask) -> send(exchange, ask.path(), made(ask));
        case Outcome.Refused<Ask>(var why, int status) -> send(exchange, "?", refusal(status, why));
        case Outcome.Unknown<Ask>(var why) -> send(exchange, "?", refusal(400, why));
      }
    }
  }

  private static boolean isForm(HttpExchange exchange) {
    return Gate.isForm(exchange.getRequestMethod(), exchange.getRequestHeaders());
  }

  private void take(HttpExchange exchange, Ask head) throws IOException {
    var answer =
        switch (Gate.form(head, exchange.getRequestBody())) {
          case Outcome.Done<Form>(var form) -> inPlace(() -> taken(form));
          case Outcome.Refused<Form>(var why, int status) -> refusal(status, why);
          case Outcome.Unknown<Form>(var why) -> refusal(400, why);
        };
    send(exchange, head.path(), answer);
  }

  private Answer made(Ask ask) {
    return inPlace(() -> delivery.packed(ask, delivery.conditional(ask, answer(ask))));
  }

  private Answer inPlace(Supplier<Answer> work) {
    if (!places.tryAcquire()) {
      return busy();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private Answer answer(Ask ask) {
    return first(room -> room.answer(ask), 404, "there is nothing of that name here");
  }

  private Answer taken(Form form) {
    return first(room -> room.take(form), 405, "no form is sent here; it is read by GET or HEAD");
  }

  private Answer first(Function<Room, Optional<Answer>> question, int status, String otherwise) {
    try {
      return rooms.stream()
          .flatMap(room -> question.apply(room).stream())
          .findFirst()
          .orElseGet(() -> refusal(status, otherwise));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a request could not be answered", e);
      return refusal(500, "the answer could not be made; the operator's log says why");
    }
  }

  /** Whoever reads slowly takes a place from those who want large answers, and from nobody else. */
  private void send(HttpExchange exchange, String path, Answer answer) throws IOException {
    boolean isLarge = answer.length().orElse(Long.MAX_VALUE) > LARGE;
    if (isLarge && !downloads.tryAcquire()) {
      send(exchange, path, busy());
      return;
    }
    try {
      traffic.answered(path, answer.status());
      delivery.send(exchange, answer);
    } finally {
      if (isLarge) {
        downloads.release();
      }
    }
  }

  private static Answer busy() {
    return refusal(503, "too many requests at the same time").with("Retry-After", "5");
  }

  private static Answer refusal(int status, String why) {
    var answer = Problem.answer(status, TITLES.getOrDefault(status, "Error"), why);
    return status == 405 ? answer.with("Allow", "GET, HEAD") : answer;
  }

  private static final Map<Integer, String> TITLES =
      Map.of(
          400, "Bad Request",
          403, "Forbidden",
          404, "Not Found",
          405, "Method Not Allowed",
          413, "Content Too Large",
          414, "URI Too Long",
          500, "Internal Server Error",
          503, "Service Unavailable");

  /** Takes no new requests, lets those in work end for a moment, and stops. */
  @Override
  public void close() {
    server.stop(PARTING);
    threads.shutdownNow();
  }
}
