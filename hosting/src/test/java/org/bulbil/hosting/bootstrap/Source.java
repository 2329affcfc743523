package org.bulbil.hosting.bootstrap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who hands out a bundle, well or badly. Listens on loopback. */
final class Source implements AutoCloseable {

  /** What can be wrong with a source. */
  enum Manner {
    HONEST,

    /** Closes every connection after a third of the file. */
    CUTS,

    /** Like {@link #CUTS}, and what comes is wrong. */
    CUTS_AND_LIES,

    /** Something else of the same length. */
    LIES,

    /** The first half, as if that were all. */
    TRUNCATES,

    /** Goes on after the end. */
    NEVER_ENDS,

    /** Sends everything, whatever part was asked for; the first time a third. */
    KNOWS_NO_RANGES,

    GONE
  }

  private final HttpServer server;
  private final byte[] content;
  private final Manner manner;
  final AtomicInteger visits = new AtomicInteger();
  final AtomicLong sent = new AtomicLong();

  private Source(HttpServer server, byte[] content, Manner manner) {
    this.server = server;
    this.content = content;
    this.manner = manner;
  }

  static Source open(byte[] content, Manner manner) throws IOException {
    return openAt(0, content, manner);
  }

  /** At {@code port}; 0 for any that is free. */
  static Source openAt(int port, byte[] content, Manner manner) throws IOException {
    var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    var opened = new Source(HttpServer.create(address, 0), content, manner);
    opened.server.createContext("/pool/", opened::answer);
    opened.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    opened.server.start();
    return opened;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/pool");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      int visit = visits.incrementAndGet();
      int third = content.length / 3;
      switch (manner) {
        case HONEST -> send(exchange, content, first(exchange), Integer.MAX_VALUE);
        case CUTS -> send(exchange, content, first(exchange), third);
        case CUTS_AND_LIES -> send(exchange, lie(), first(exchange), third);
        case LIES -> send(exchange, lie(), first(exchange), Integer.MAX_VALUE);
        case TRUNCATES ->
            send(exchange, Arrays.copyOf(content, content.length / 2), 0, Integer.MAX_VALUE);
        case NEVER_ENDS -> pour(exchange);
        case KNOWS_NO_RANGES -> send(exchange, content, 0, visit == 1 ? third : Integer.MAX_VALUE);
        case GONE -> exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private byte[] lie() {
    var lie = content.clone();
    lie[10] ^= 1;
    return lie;
  }

  private static int first(HttpExchange exchange) {
    var range = exchange.getRequestHeaders().getFirst("Range");
    return range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-.*", "$1"));
  }

  private void send(HttpExchange exchange, byte[] all, int first, int most) throws IOException {
    int length = all.length - first;
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes %d-%d/%d".formatted(first, all.length - 1, all.length));
    exchange.sendResponseHeaders(first > 0 ? 206 : 200, length);
    int count = Math.min(length, most);
    exchange.getResponseBody().write(all, first, count);
    exchange.getResponseBody().flush();
    sent.addAndGet(count);
  }

  private void pour(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    for (int times = 0; times < 1_000; times++) {
      exchange.getResponseBody().write(content);
      sent.addAndGet(content.length);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
