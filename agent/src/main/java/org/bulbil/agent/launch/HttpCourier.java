package org.bulbil.agent.launch;

import java.net.URI;
import org.bulbil.agent.family.KeyDoor;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.Accepted;
import org.bulbil.tor.family.SealedFamilyKey;
import org.bulbil.wire.Http;
import org.bulbil.wire.Reply;

/** Posts the key to a relay's status server. */
public final class HttpCourier implements Courier {

  private final Http http;

  public HttpCourier(Http http) {
    this.http = http;
  }

  @Override
  public Outcome<Accepted> bring(URI page, SealedFamilyKey key) {
    return http.send("POST", page.resolve(KeyDoor.PATH), "text/plain", key.text())
        .flatMap(HttpCourier::read);
  }

  private static Outcome<Accepted> read(Reply reply) {
    return reply.isSuccess()
        ? Outcome.done(new Accepted())
        : Outcome.refused("the relay takes no key now", reply.status());
  }
}
