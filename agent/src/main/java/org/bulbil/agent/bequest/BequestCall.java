package org.bulbil.agent.bequest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.seal.Sealed;
import org.bulbil.wire.Http;
import org.bulbil.wire.Reply;

/** Asks a relative for its bequest, over a connection that nobody needs to trust. */
final class BequestCall {

  /** Three seconds: an answer comes from memory, and a heartbeat waits for it. */
  private static final Http.Limits LIMITS =
      new Http.Limits(Duration.ofSeconds(3), Sealed.lettersOf(BequestMessage.BYTES_MAX));

  private BequestCall() {}

  /**
   * Refused where the relay answers but has nothing for us; unknown where it is silent, and where
   * somebody else answers: an address is rented to another soon after a server's end.
   */
  static Outcome<Sealed> ask(URI page, Fingerprint heir) {
    try (var http = new Http(LIMITS)) {
      return http.get(page.resolve(Testator.PATH + heir)).flatMap(BequestCall::read);
    }
  }

  private static Outcome<Sealed> read(Reply reply) {
    var text = new String(reply.body(), StandardCharsets.ISO_8859_1);
    if (!reply.isSuccess() && text.strip().equals(Testator.NOTHING)) {
      return Outcome.refused("it has nothing for us", reply.status());
    }
    try {
      return Outcome.done(new Sealed(text));
    } catch (IllegalArgumentException e) {
      return Outcome.unknown("its words make no sense: " + e.getMessage());
    }
  }
}
