package org.bulbil.agent.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.bulbil.agent.bundle.Allowance;
import org.bulbil.agent.bundle.FileDoor;
import org.bulbil.core.outcome.Outcome;

/**
 * Hands the content of a site on: {@code GET /content/SHA256.zip} for a child, and {@code PUT} of
 * the same for who brings a founder what it is to show. Whoever brings it need not be known, since
 * only what has the right hash is kept.
 */
public final class ContentDoor implements HttpHandler {

  /** Where the content is, below the status page. */
  public static final String PATH = "/content/";

  private static final Set<String> BRINGING = Set.of("PUT", "POST");

  private final ContentShelf shelf;
  private final FileDoor door;

  public ContentDoor(ContentShelf shelf, Allowance allowance) {
    this.shelf = shelf;
    this.door = new FileDoor(PATH, shelf.parcel(), shelf.archive(), allowance);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (BRINGING.contains(exchange.getRequestMethod())) {
      try (exchange) {
        take(exchange);
      }
    } else {
      door.handle(exchange);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    var wanted = PATH + shelf.content().fileName();
    if (!exchange.getRequestURI().getPath().equals(wanted)) {
      answer(exchange, 404, "This server wants no such content.");
      return;
    }
    switch (shelf.take(exchange.getRequestBody())) {
      case Outcome.Done<Path> _ -> answer(exchange, 200, "The content is here.");
      case Outcome.Refused<Path>(String why, _) -> answer(exchange, 409, why);
      case Outcome.Unknown<Path>(String cause) -> answer(exchange, 500, cause);
    }
  }

  private static void answer(HttpExchange exchange, int code, String words) throws IOException {
    var body = (words + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(code, body.length);
    exchange.getResponseBody().write(body);
  }
}
