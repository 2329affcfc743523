package org.bulbil.agent.family;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.family.SealedFamilyKey;
import org.bulbil.wire.Http;
import org.bulbil.wire.Reply;

/** Asks a nurse for the family key, over a connection that nobody needs to trust. */
final class NurseCall {

  /**
   * Three seconds: an answer comes from memory, and a heartbeat waits for it. Its length is known;
   * so long a refusal is read as well.
   */
  private static final Http.Limits LIMITS = new Http.Limits(Duration.ofSeconds(3), 1024);

  private NurseCall() {}

  static Outcome<SealedFamilyKey> ask(URI nurse, Fingerprint child) {
    try (var http = new Http(LIMITS)) {
      return http.get(nurse.resolve(Nurse.PATH + child)).flatMap(NurseCall::read);
    }
  }

  private static Outcome<SealedFamilyKey> read(Reply reply) {
    if (!reply.isSuccess()) {
      return Outcome.refused("the nurse has nothing for us yet", reply.status());
    }
    try {
      return Outcome.done(
          new SealedFamilyKey(new String(reply.body(), StandardCharsets.ISO_8859_1)));
    } catch (IllegalArgumentException e) {
      return Outcome.unknown("the nurse's words make no sense");
    }
  }
}
