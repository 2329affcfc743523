package org.bulbil.agent.status;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import gg.jte.output.StringOutput;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Shows the newest status to anybody who asks, and has room for what else a relay answers. */
public final class StatusServer implements AutoCloseable {

  private static final Jsonb JSON = Jsonb.builder().build();

  /** Visitors served at once; more are told to come back. A page takes a few milliseconds. */
  private static final int VISITORS_AT_ONCE = 16;

  private static final String POLICY =
      "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";

  /**
   * How long a visitor may take to say what he wants, in seconds; over Tor too, a second would do.
   * The JDK's server waits for ever if it is not told so, and knows no other way of being told.
   */
  private static final String PATIENCE = "20";

  static {
    System.setProperty("sun.net.httpserver.maxReqTime", PATIENCE);
  }

  private final HttpServer server;
  private final ExecutorService executor;
  private final Semaphore room = new Semaphore(VISITORS_AT_ONCE);
  private volatile Status status;

  private StatusServer(HttpServer server, ExecutorService executor, Status first) {
    this.server = server;
    this.executor = executor;
    this.status = first;
  }

  /**
   * Opens the door at {@code address}.
   *
   * @throws IOException where the address is taken or is not ours
   */
  public static StatusServer open(InetSocketAddress address, Status first) throws IOException {
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    var door = new StatusServer(HttpServer.create(address, VISITORS_AT_ONCE), executor, first);
    door.serve("/", "text/html; charset=utf-8", StatusServer::html);
    door.serve("/status.json", "application/json", status -> bytes(JSON.toJson(status)));
    door.serve("/style.css", "text/css; charset=utf-8", _ -> Style.CSS);
    door.serveIfKnown(WellKnown.DOCUMENT, "application/json", WellKnown::document);
    door.serveIfKnown(WellKnown.PROOF, PlainWords.TYPE, WellKnown::proof);
    door.serveIfKnown(WellKnown.FINGERPRINT, PlainWords.TYPE, WellKnown::fingerprint);
    door.serveIfKnown(WellKnown.FAMILY, PlainWords.TYPE, WellKnown::family);
    door.serve("/address.png", "image/png", s -> QrPng.of("bitcoin:" + s.money().address(), 5));
    door.server.setExecutor(executor);
    door.server.start();
    return door;
  }

  @SuppressWarnings("NullAway") // What jte generates takes null for "no interceptor".
  private static byte[] html(Status status) {
    var page = new StringOutput();
    JtestatusGenerated.render(new gg.jte.html.OwaspHtmlTemplateOutput(page), null, status);
    return bytes(page.toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** From now on this is what visitors see. */
  public void show(Status newest) {
    status = newest;
  }

  /**
   * Lets {@code handler} answer everything below {@code path}, within the same bound of visitors.
   */
  public void add(String path, HttpHandler handler) {
    server.createContext(path, exchange -> admit(exchange, () -> handler.handle(exchange)));
  }

  private void serve(String path, String type, Function<Status, byte[]> content) {
    server.createContext(
        path, exchange -> admit(exchange, () -> answer(exchange, path, type, content)));
  }

  /** As {@link #serve}, for what may not be known yet. */
  private void serveIfKnown(String path, String type, Function<Status, Optional<String>> content) {
    server.createContext(
        path,
        exchange ->
            admit(
                exchange,
                () -> {
                  var known = content.apply(status).map(StatusServer::bytes);
                  if (known.isPresent()) {
                    answer(exchange, path, type, _ -> known.get());
                  } else {
                    send(exchange, 404, PlainWords.TYPE, bytes("That is not known yet.\n"));
                  }
                }));
  }

  /** An answer to one visitor. */
  private interface Answer {
    void give() throws IOException;
  }

  private void admit(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      if (!room.tryAcquire()) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      try {
        answer.give();
      } finally {
        room.release();
      }
    }
  }

  private void answer(
      HttpExchange exchange, String path, String type, Function<Status, byte[]> content)
      throws IOException {
    if (!exchange.getRequestURI().getPath().equals(path)) {
      send(exchange, 404, PlainWords.TYPE, bytes("There is no such page.\n"));
    } else if (!exchange.getRequestMethod().equals("GET")) {
      send(exchange, 405, PlainWords.TYPE, bytes("This page is read-only.\n"));
    } else {
      send(exchange, 200, type, content.apply(status));
    }
  }

  private static void send(HttpExchange exchange, int code, String type, byte[] body)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(code, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    executor.close();
  }
}
