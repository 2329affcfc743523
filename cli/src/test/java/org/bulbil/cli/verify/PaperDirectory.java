package org.bulbil.cli.verify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A server on a loopback address of its own that answers with the documents that a test puts. */
final class PaperDirectory implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, String> documents = new ConcurrentHashMap<>();

  PaperDirectory(String address, int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), port), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Latin-1, as tor's documents are. */
  void put(String path, String document) {
    documents.put(path, document);
  }

  void remove(String path) {
    documents.remove(path);
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI uri() {
    var address = server.getAddress();
    return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var document = documents.get(exchange.getRequestURI().getPath());
      var body = (document == null ? "no" : document).getBytes(StandardCharsets.ISO_8859_1);
      exchange.sendResponseHeaders(document == null ? 404 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
