package org.bulbil.hosting.lnvps;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.bulbil.core.time.Time;
import org.bulbil.wire.Request;

/**
 * Signs HTTP requests by Nostr's NIP-98: an event of kind 27235 over URL, method and body, good for
 * a minute and for once, in the header {@code Authorization}.
 */
final class Nip98 {

  private static final HexFormat HEX = HexFormat.of();
  private static final int NONCE_BYTES = 16;
  private static final int FRESH_BYTES = 32;

  private final Time time;
  private final RandomGenerator random;

  /**
   * @param time the server's clock may differ from it by a minute at most
   * @param random strong: it blinds the signatures
   */
  Nip98(Time time, RandomGenerator random) {
    this.time = time;
    this.random = random;
  }

  Request sign(Request request, NostrKey key) {
    return request.withHeader("Authorization", "Nostr " + event(request, key));
  }

  private String event(Request request, NostrKey key) {
    var author = key.publicKey();
    long created = time.now().getEpochSecond();
    var tags = tags(request);
    var id = id(author, created, tags);
    var event =
        "{\"id\":\"%s\",\"pubkey\":\"%s\",\"created_at\":%d,\"kind\":27235,\"tags\":%s,\"content\":\"\",\"sig\":\"%s\"}"
            .formatted(
                id,
                author,
                created,
                tags,
                HEX.formatHex(key.sign(HEX.parseHex(id), drawn(FRESH_BYTES))));
    return Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8));
  }

  /** No URI holds a character that JSON would escape. The nonce tells equal requests apart. */
  private String tags(Request request) {
    var payload =
        request.body().isEmpty() ? "" : "[\"payload\",\"%s\"],".formatted(sha256(request.body()));
    return "[[\"u\",\"%s\"],[\"method\",\"%s\"],%s[\"nonce\",\"%s\"]]"
        .formatted(
            request.uri().toASCIIString(),
            request.method(),
            payload,
            HEX.formatHex(drawn(NONCE_BYTES)));
  }

  /** NIP-01: the hash of the event's fields in an array without spaces. */
  private static String id(String author, long created, String tags) {
    return sha256("[0,\"%s\",%d,27235,%s,\"\"]".formatted(author, created, tags));
  }

  private byte[] drawn(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** In hexadecimal. */
  static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HEX.formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
