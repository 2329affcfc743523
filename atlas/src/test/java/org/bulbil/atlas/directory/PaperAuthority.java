package org.bulbil.atlas.directory;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A directory server that serves what a test has written. */
final class PaperAuthority implements AutoCloseable {

  static final String CONSENSUS = "/tor/status-vote/current/consensus";
  static final String DESCRIPTORS = "/tor/server/all";
  static final String EXTRA_INFOS = "/tor/extra/all";

  private final HttpServer server;
  final Map<String, String> documents = new ConcurrentHashMap<>();

  PaperAuthority() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 5);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var found = documents.get(exchange.getRequestURI().getPath());
            var body = String.valueOf(found).getBytes(StandardCharsets.ISO_8859_1);
            exchange.sendResponseHeaders(found == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
