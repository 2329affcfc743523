package org.bulbil.atlas.api.v1;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Locale;
import org.bulbil.atlas.network.Descent;
import org.bulbil.atlas.network.Descent.Claim;
import org.bulbil.atlas.network.Relay;
import org.jspecify.annotations.Nullable;

/**
 * Where a relay of ours says that it comes from. Anybody may write that: {@code standing} says how
 * far it can be believed.
 *
 * @param generation 0 for a founder
 * @param parent fingerprint; null for a founder
 * @param standing family, own_page or claimed; null for a founder
 * @param genes digest of its settings
 * @param children fingerprints of those who name it, proven ones first
 */
@Json(naming = Json.Naming.LowerUnderscore)
record LineageMessage(
    String fingerprint,
    String nickname,
    boolean running,
    int generation,
    @Nullable String parent,
    @Nullable String standing,
    String genes,
    List<String> children) {

  /** Of a relay that says it is one of ours. */
  static @Nullable LineageMessage of(Relay relay, Descent descent) {
    if (relay.heritage().isEmpty()) {
      return null;
    }
    var heritage = relay.heritage().get();
    var claim = descent.claim(relay);
    return new LineageMessage(
        relay.fingerprint().value(),
        relay.details().nickname(),
        relay.details().running(),
        heritage.lineage().generation(),
        claim.map(one -> one.parent().value()).orElse(null),
        claim.map(one -> one.standing().name().toLowerCase(Locale.ROOT)).orElse(null),
        heritage.genes(),
        descent.children(relay.fingerprint()).stream().map(LineageMessage::child).toList());
  }

  private static String child(Claim claim) {
    return claim.child().fingerprint().value();
  }
}
