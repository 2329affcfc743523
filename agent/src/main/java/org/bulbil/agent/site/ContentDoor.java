package org.bulbil.agent.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.bulbil.agent.bundle.Allowance;
import org.bulbil.agent.bundle.FileDoor;
import org.bulbil.agent.status.PlainWords;
import org.bulbil.core.outcome.Outcome;

/**
 * Hands the content of a site on: {@code GET /content/SHA256.zip} for a child, and {@code PUT} of
 * the same for who brings a founder what it is to show, at once or part by part ({@code
 * Content-Range}, RFC 9110 §14.5): a slow line needs longer than one request may take. Whoever
 * brings it need not be known, since only what has the right hash is kept.
 */
public final class ContentDoor implements HttpHandler {

  /** Where the content is, below the status page. */
  public static final String PATH = "/content/";

  private static final Pattern PART = Pattern.compile("bytes (\\d{1,12})-\\d{1,12}/\\d{1,12}");

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
      PlainWords.send(exchange, 404, "This server wants no such content.");
      return;
    }
    switch (shelf.take(from(exchange), exchange.getRequestBody())) {
      case Outcome.Done<Long>(Long here) when here < shelf.content().bytes() ->
          PlainWords.send(exchange, 202, here + " bytes of the content are here.");
      case Outcome.Done<Long> _ -> PlainWords.send(exchange, 200, "The content is here.");
      case Outcome.Refused<Long>(String why, _) -> PlainWords.send(exchange, 409, why);
      case Outcome.Unknown<Long>(String cause) -> PlainWords.send(exchange, 500, cause);
    }
  }

  /** Where the part begins that is brought; 0 where nothing is said of it. */
  private static long from(HttpExchange exchange) {
    var said = exchange.getRequestHeaders().getFirst("Content-Range");
    var match = PART.matcher(said == null ? "" : said.strip());
    return match.matches() ? Long.parseLong(match.group(1)) : 0;
  }
}
