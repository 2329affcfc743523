package org.bulbil.hosting.sporestack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.bulbil.hosting.Provider;
import org.bulbil.wire.Http;

/** A loopback server that says the same to everything, and a client that asks it. */
final class StubServer implements AutoCloseable {

  volatile int status = 200;
  volatile String body = "";

  private final Http http = new Http(Http.Limits.USUAL);
  private final HttpServer server;

  StubServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  Provider client() {
    var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return new SporeStack(http, SporeStackSettings.vultr(base));
  }

  /** From now on nobody is there. */
  void leave() {
    server.stop(0);
  }

  @Override
  public void close() {
    leave();
    http.close();
  }
}
