package org.bulbil.agent.launch;

import io.avaje.jsonb.Json;
import java.util.Optional;
import org.bulbil.agent.settings.Particulars;
import org.bulbil.wire.Tunnel;

/**
 * How a launch deals with its provider where that is not as usual; an empty word is as usual.
 *
 * @param tunnel {@code host:port} of a proxy through which the launcher asks the provider and the
 *     chain, such as tor's HTTPTunnelPort; the relays do not use it
 * @param userData {@code plain} or {@code base64}
 * @param operatingSystem of new servers, such as {@code debian-12}
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Ways(String tunnel, String userData, String operatingSystem) {

  public static final Ways USUAL = new Ways("", "", "");

  /** The proxy; {@link IllegalArgumentException} where it is no {@code host:port}. */
  public Optional<Tunnel> proxy() {
    return said(tunnel).map(Tunnel::parse);
  }

  /** What the relays must know of it; {@link IllegalArgumentException} where a rule is broken. */
  public Particulars particulars() {
    return new Particulars(
        Optional.empty(), said(userData), said(operatingSystem), Optional.empty());
  }

  private static Optional<String> said(String word) {
    return Optional.of(word).filter(text -> !text.isEmpty());
  }
}
