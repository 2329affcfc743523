package org.bulbil.sandbox.provider.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.provider.book.ProviderBook;
import org.bulbil.sandbox.provider.estate.Estate;
import org.bulbil.sandbox.provider.trouble.Moment;
import org.bulbil.sandbox.provider.trouble.Troubles;

/** The API over HTTP, from its opening until it is closed; the estate outlives it. */
public final class ApiServer implements AutoCloseable {

  private static final Logger LOG = System.getLogger(ApiServer.class.getName());

  /** Requests that are worked on at a time; more wait their turn. */
  private static final int REQUESTS_MAX = 64;

  /** Ten minutes: longer than any customer's patience. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  /** Far longer than any request takes. */
  private static final Duration FINISH_MAX = Duration.ofSeconds(10);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore room = new Semaphore(REQUESTS_MAX);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Fuse fuse;
  private final Dispatch dispatch;
  private volatile boolean standing = true;

  private ApiServer(HttpServer server, Dispatch dispatch, Fuse fuse) {
    this.server = server;
    this.dispatch = dispatch;
    this.fuse = fuse;
  }

  /**
   * Starts to listen.
   *
   * @throws IOException where {@code listen} cannot be had
   */
  public static ApiServer open(
      InetSocketAddress listen, Estate estate, ProviderBook book, Troubles troubles, Time time)
      throws IOException {
    var server = HttpServer.create(listen, 0);
    var fuse = new Fuse();
    var api = new ApiServer(server, new Dispatch(estate, book, troubles, fuse, time), fuse);
    server.setExecutor(api.threads);
    server.createContext("/", api::handle);
    server.start();
    return api;
  }

  /** Where it listens, with the port that it really has. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  /**
   * Crashes at {@code moment}, as a process does that is killed. It must be closed all the same.
   */
  public void crash(Moment moment) {
    if (moment == Moment.AT_ONCE) {
      fall();
    } else {
      fuse.light(moment);
    }
  }

  /** Whether it listens: false once it has crashed or was closed. */
  public boolean isStanding() {
    return standing;
  }

  /** No answer leaves any more, and nothing that has not begun is done. */
  private void fall() {
    standing = false;
    closing.countDown();
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!standing) {
        return;
      }
      var request = Request.of(exchange);
      if (request.isEmpty()) {
        send(exchange, Answer.refused(413, "Request Entity Too Large"));
      } else {
        meet(exchange, fate(request.get()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Dispatch.Fate fate(Request request) throws InterruptedException {
    room.acquire();
    try {
      return dispatch.of(request);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a request could not be answered", e);
      return new Dispatch.Fate.Answered(Answer.refused(500, "Internal Server Error"));
    } finally {
      room.release();
    }
  }

  /** An exchange that is closed without an answer closes its connection. */
  private void meet(HttpExchange exchange, Dispatch.Fate fate)
      throws IOException, InterruptedException {
    switch (fate) {
      case Dispatch.Fate.Answered(Answer answer) -> send(exchange, answer);
      case Dispatch.Fate.Cut _ -> {}
      case Dispatch.Fate.Fatal _ -> fall();
      case Dispatch.Fate.Ignored _ -> {
        var _ = closing.await(SILENCE.toSeconds(), TimeUnit.SECONDS);
      }
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    var body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  /** Breaks every connection; what is being done for a request is finished first. */
  @Override
  public void close() {
    fall();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(FINISH_MAX.toSeconds(), TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
