package org.bulbil.atlas.proof;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.bulbil.core.contact.WalletProof;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.wire.Http;
import org.bulbil.wire.Reply;

/** Where a relay of ours shows whose wallet it has. */
public final class ProofPage {

  private static final String PATH = "/proof";

  private ProofPage() {}

  /**
   * What {@code page} shows; refused where it answers and shows none, unknown where it does not
   * answer.
   *
   * @param page any address of the server
   */
  public static Outcome<WalletProof> read(Http http, URI page) {
    return switch (http.get(page.resolve(PATH))) {
      case Outcome.Done<Reply>(Reply reply) -> proof(page, reply);
      case Outcome.Refused<Reply>(String why, int code) -> Outcome.refused(why, code);
      case Outcome.Unknown<Reply>(String why) ->
          Outcome.unknown("its page %s does not answer: %s".formatted(page, why));
    };
  }

  private static Outcome<WalletProof> proof(URI page, Reply reply) {
    if (!reply.isSuccess()) {
      return Outcome.refused("its page %s shows no proof".formatted(page), reply.status());
    }
    return WalletProof.read(new String(reply.body(), StandardCharsets.ISO_8859_1))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused("what %s shows is no proof".formatted(page), 0));
  }
}
