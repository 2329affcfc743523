package org.bulbil.agent.status;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An answer to a visitor in a sentence, for people and for the log of who asked. */
public final class PlainWords {

  static final String TYPE = "text/plain; charset=utf-8";

  private PlainWords() {}

  /** Sends {@code words} as a line. */
  public static void send(HttpExchange exchange, int code, String words) throws IOException {
    var body = (words + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", TYPE);
    exchange.sendResponseHeaders(code, body.length);
    exchange.getResponseBody().write(body);
  }
}
