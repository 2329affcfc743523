package org.bulbil.agent.stop;

import java.net.URI;
import java.time.Duration;
import org.bulbil.agent.order.SignedOrder;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.wire.Http;
import org.bulbil.wire.Reply;

/** Brings an order to a relay's door. */
public final class OrderCall {

  /** Ten seconds, since a launcher may go through Tor; an answer is a sentence. */
  private static final Http.Limits LIMITS = new Http.Limits(Duration.ofSeconds(10), 4096);

  private OrderCall() {}

  /**
   * The relay's own words; refused where it does not obey, unknown where it cannot be reached or
   * cannot say yet.
   *
   * @param page the address of its status page
   */
  public static Outcome<String> bring(SignedOrder order, URI page) {
    try (var http = new Http(LIMITS)) {
      return http.send("POST", page.resolve(OrderDoor.PATH), "text/plain", order.text())
          .flatMap(OrderCall::read);
    }
  }

  private static Outcome<String> read(Reply reply) {
    var words = reply.text().strip();
    return switch (reply.status()) {
      case 200 -> Outcome.done(words);
      case 403 -> Outcome.refused(words, reply.status());
      case 404 -> Outcome.refused("nobody can order this relay to stop", reply.status());
      default -> Outcome.unknown("answer " + reply.status() + ": " + words);
    };
  }
}
