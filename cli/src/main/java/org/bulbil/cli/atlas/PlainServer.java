package org.bulbil.cli.atlas;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bulbil.atlas.web.Answer;
import org.bulbil.atlas.web.Ask;
import org.bulbil.atlas.web.Room;

/** Lets rooms answer over HTTP, one after the other; it holds nothing off. */
final class PlainServer implements AutoCloseable {

  private static final Answer NOT_FOUND = new Answer(404, Map.of(), new byte[0]);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Room> rooms;

  PlainServer(InetSocketAddress address, List<Room> rooms) throws IOException {
    this.rooms = List.copyOf(rooms);
    this.server = HttpServer.create(address, 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var ask = new Ask(exchange.getRequestURI().getPath(), Map.of(), "", Map.of());
      var answer =
          rooms.stream().flatMap(room -> room.answer(ask).stream()).findFirst().orElse(NOT_FOUND);
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      var body = answer.body();
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
