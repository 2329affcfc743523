package org.bulbil.agent.status;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts that were made before somebody asks: a visitor reads a map and can make nobody work. */
public abstract class KeptText implements HttpHandler {

  private final String path;
  private final String nothing;

  /**
   * @param path below which it answers
   * @param nothing what a visitor is told for whom there is nothing
   */
  protected KeptText(String path, String nothing) {
    this.path = path;
    this.nothing = nothing + "\n";
  }

  /**
   * The text for who asked.
   *
   * @param rest of the path
   */
  protected abstract Optional<String> text(String rest);

  /** The type of what is found; plain text where nothing else is said. */
  protected String type() {
    return PlainWords.TYPE;
  }

  @Override
  public final void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var asked = exchange.getRequestURI().getPath().substring(path.length());
      var found =
          exchange.getRequestMethod().equals("GET") ? text(asked) : Optional.<String>empty();
      var body = found.orElse(nothing).getBytes(StandardCharsets.UTF_8);
      exchange
          .getResponseHeaders()
          .set("Content-Type", found.isPresent() ? type() : PlainWords.TYPE);
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(found.isPresent() ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
