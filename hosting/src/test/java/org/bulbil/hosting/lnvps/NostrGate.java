package org.bulbil.hosting.lnvps;

import fr.acinq.secp256k1.Secp256k1;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/** Checks NIP-98 as LNVPS documents it; knows nothing of the client that it checks. */
final class NostrGate {

  private static final HexFormat HEX = HexFormat.of();

  private final Set<String> seen = new HashSet<>();
  private final Time time;

  NostrGate(Time time) {
    this.time = time;
  }

  /** The public key that signed; refused as the server would. */
  synchronized Outcome<String> who(String header, String method, String url, String body) {
    if (!header.startsWith("Nostr ")) {
      return Outcome.refused("Auth header not found", 401);
    }
    var event = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
    var tags = caught(event, "\"tags\":(\\[\\[.*\\]\\])");
    var pubkey = caught(event, "\"pubkey\":\"([0-9a-f]{64})\"");
    var created = caught(event, "\"created_at\":([0-9]+)");
    var id = caught(event, "\"id\":\"([0-9a-f]{64})\"");
    var serial = "[0,\"%s\",%s,27235,%s,\"\"]".formatted(pubkey, created, tags);
    if (!HEX.formatHex(sha256(serial)).equals(id)) {
      return Outcome.refused("Event id is not its hash", 401);
    }
    var signature = HEX.parseHex(caught(event, "\"sig\":\"([0-9a-f]{128})\""));
    if (!Secp256k1.Companion.verifySchnorr(signature, HEX.parseHex(id), HEX.parseHex(pubkey))) {
      return Outcome.refused("Event signature invalid", 401);
    }
    if (Math.abs(time.now().getEpochSecond() - Long.parseLong(created)) > 60) {
      return Outcome.refused("Created timestamp is out of range", 401);
    }
    return check(tags, method, url, body, id).map(_ -> pubkey);
  }

  private Outcome<String> check(String tags, String method, String url, String body, String id) {
    if (!tags.contains("[\"u\",\"" + url + "\"]")) {
      return Outcome.refused("U tag does not match", 401);
    }
    if (!tags.contains("[\"method\",\"" + method + "\"]")) {
      return Outcome.refused("Method tag does not match", 401);
    }
    var payload = "[\"payload\",\"" + HEX.formatHex(sha256(body)) + "\"]";
    if (tags.contains("\"payload\"") && !tags.contains(payload)) {
      return Outcome.refused("Payload does not match", 401);
    }
    return seen.add(id) ? Outcome.done(id) : Outcome.refused("Event was already used", 401);
  }

  private static String caught(String text, String pattern) {
    var found = Pattern.compile(pattern).matcher(text);
    return found.find() ? found.group(1) : "";
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
