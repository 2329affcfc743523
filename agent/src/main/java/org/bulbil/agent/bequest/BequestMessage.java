package org.bulbil.agent.bequest;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;

/**
 * What a testator tells its heir, before it is checked.
 *
 * @param testator its fingerprint
 * @param sweeps that exclude one another, in the order in which they are to be tried
 */
@Json
record BequestMessage(String testator, List<SweepMessage> sweeps) {

  /**
   * A signed transaction.
   *
   * @param raw its bytes in hex
   * @param values of the coins that it takes, in satoshis and in their order: what the signatures
   *     cover
   */
  @Json
  record SweepMessage(String raw, List<Long> values) {}

  /** Six sweeps of five hundred coins, as many as a sweep has, are 900 kB in hex. */
  static final int BYTES_MAX = 1 << 20;

  private static final Jsonb JSON = Jsonb.instance();

  /** A page may leave out anything. */
  BequestMessage {
    if (testator == null || sweeps == null) {
      throw new JsonException("a bequest without testator or sweeps");
    }
    sweeps = List.copyOf(sweeps);
  }

  byte[] bytes() {
    return JSON.toJson(this).getBytes(StandardCharsets.UTF_8);
  }

  String text() {
    return JSON.toJson(this);
  }

  /** Refused where it is none. */
  static Outcome<BequestMessage> read(String text) {
    try {
      return Optional.ofNullable(JSON.type(BequestMessage.class).fromJson(text))
          .map(Outcome::done)
          .orElseGet(() -> Outcome.refused("it is no bequest but null", 0));
    } catch (JsonException | NullPointerException e) {
      return Outcome.refused("it is no bequest: " + e.getMessage(), 0);
    }
  }

  /** For whom it is sealed: who opens it must say the same. */
  static String context(Fingerprint testator, Fingerprint heir) {
    return "bulbil bequest 1 %s %s".formatted(testator, heir);
  }
}
