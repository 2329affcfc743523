package org.bulbil.agent.family;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.family.SealedFamilyKey;

/**
 * Where a launcher brings the family key: {@code POST /family-key} with a sealed key as the body.
 * The launcher's own computer need not be reachable for that. It is opened at once: 204 where it is
 * ours, 400 where it is no letter, 409 where none is waited for or it does not open; so nobody's
 * junk takes the place of what the launcher brings.
 */
public final class KeyDoor implements HttpHandler {

  /** Where it is. */
  public static final String PATH = "/family-key";

  private final Membership membership;

  public KeyDoor(Membership membership) {
    this.membership = membership;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(
          exchange.getRequestMethod().equals("POST") ? read(exchange) : 405, -1);
    }
  }

  private int read(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readNBytes(SealedFamilyKey.TEXT_LENGTH + 1);
    try {
      return take(new SealedFamilyKey(new String(body, StandardCharsets.ISO_8859_1)));
    } catch (IllegalArgumentException e) {
      return 400;
    }
  }

  private int take(SealedFamilyKey letter) {
    return switch (membership.receive(letter)) {
      case Outcome.Done<FamilyId> _ -> 204;
      case Outcome.Refused<FamilyId> _ -> 409;
      case Outcome.Unknown<FamilyId> _ -> 503;
    };
  }
}
