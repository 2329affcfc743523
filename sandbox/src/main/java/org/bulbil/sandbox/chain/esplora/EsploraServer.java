package org.bulbil.sandbox.chain.esplora;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.SandboxPurse;

/** An Esplora HTTP server. Several may serve the same chain, each with its own faults. */
public final class EsploraServer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(EsploraServer.class.getName());

  /** The largest standard transaction in hexadecimal is 800 kB. */
  private static final int MAX_BODY_BYTES = 1 << 20;

  /** Requests at the same time, those kept waiting included; the next ones are hung up on. */
  private static final int MAX_REQUESTS = 256;

  private final Semaphore room = new Semaphore(MAX_REQUESTS);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final Routes pages;
  private final Routes controls;
  private final Faults faults;

  private EsploraServer(HttpServer server, Routes pages, Routes controls, Faults faults) {
    this.server = server;
    this.pages = pages;
    this.controls = controls;
    this.faults = faults;
  }

  /**
   * Starts a server with the controls of the sandbox under {@code /sandbox/}.
   *
   * @param address port 0 for any
   * @param faucet what blocks mined by the controls pay to, and what pays out
   * @throws IOException where the address cannot be had
   */
  public static EsploraServer start(
      RegtestChain chain, InetSocketAddress address, Faults faults, SandboxPurse faucet)
      throws IOException {
    var http = HttpServer.create(address, MAX_REQUESTS);
    var controls = new Routes(new ControlPages(chain, faucet, faults).routes());
    var server = new EsploraServer(http, pages(chain), controls, faults);
    http.setExecutor(server.threads);
    http.createContext("/", server::serve);
    http.start();
    return server;
  }

  private static Routes pages(RegtestChain chain) {
    return new Routes(
        Stream.of(
                new BlockPages(chain).routes(),
                new TransactionPages(chain).routes(),
                new ScriptPages(chain).routes(),
                new MempoolPages(chain).routes())
            .flatMap(List::stream)
            .toList());
  }

  public InetSocketAddress address() {
    return server.getAddress();
  }

  /** Where the endpoints begin, without a slash at the end. */
  public URI uri() {
    return URI.create("http://" + address().getHostString() + ":" + address().getPort());
  }

  public Faults faults() {
    return faults;
  }

  private void serve(HttpExchange exchange) throws IOException {
    if (!room.tryAcquire()) {
      exchange.close();
      return;
    }
    try (exchange) {
      answer(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) { // A bug here: tell it, and let the server live.
      LOG.log(System.Logger.Level.ERROR, "no answer to " + exchange.getRequestURI(), e);
    } finally {
      room.release();
    }
  }

  private void answer(HttpExchange exchange) throws IOException, InterruptedException {
    if (exchange.getRequestURI().getPath().startsWith("/sandbox/")) {
      send(exchange, answer(controls, exchange));
      return;
    }
    switch (faults.next()) {
      case Faults.Fate.Answered() -> send(exchange, answer(pages, exchange));
      case Faults.Fate.Failed(int status) ->
          send(exchange, Answer.text(status, "the sandbox was told to fail"));
      case Faults.Fate.Dropped() -> LOG.log(System.Logger.Level.DEBUG, "a request was dropped");
    }
  }

  private static Answer answer(Routes routes, HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      return Answer.text(413, "a request body has at most " + MAX_BODY_BYTES + " bytes");
    }
    var uri = exchange.getRequestURI();
    return routes.answer(
        exchange.getRequestMethod(),
        uri.getPath(),
        query(uri.getQuery() == null ? "" : uri.getQuery()),
        new String(body, StandardCharsets.UTF_8));
  }

  private static Map<String, String> query(String text) {
    var query = new HashMap<String, String>();
    Arrays.stream(text.split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> query.put(pair[0], pair.length == 2 ? pair[1] : ""));
    return query;
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    int length = answer.body().length;
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    exchange.getResponseBody().write(answer.body());
  }

  /** Hangs up on everybody and gives the port back. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
