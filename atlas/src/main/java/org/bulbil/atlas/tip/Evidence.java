package org.bulbil.atlas.tip;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.split.Candidate;
import org.bulbil.core.split.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * What the rule saw of the relays that were chosen: the snapshot of an audit file. Its bytes are
 * one line of JSON in a fixed order, so that equal evidence has an equal hash.
 *
 * @param format {@value #FORMAT}
 * @param chain whose coins the addresses take
 * @param published of what moment the relays are, {@code yyyy-mm-dd hh:mm:ss} in UTC
 * @param relays in order of their fingerprints
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Evidence(String format, String chain, String published, List<Seen> relays) {

  public static final String FORMAT = "bulbil tip snapshot 1";

  private static final Jsonb JSON = Jsonb.builder().serializeNulls(true).build();

  /**
   * A relay; the fields are those of {@link Candidate}.
   *
   * @param groups in order
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Seen(
      String fingerprint,
      String nickname,
      String address,
      double guard,
      double middle,
      double exit,
      double lasting,
      @Nullable Double capacity,
      double ageDays,
      @Nullable Double uptime,
      @Nullable Double rarity,
      List<String> groups) {

    static Seen of(Candidate relay, String nickname) {
      var measured = relay.measured();
      return new Seen(
          relay.id(),
          nickname,
          relay.address().text(),
          measured.guard(),
          measured.middle(),
          measured.exit(),
          measured.lasting(),
          perhaps(relay.capacity()),
          relay.ageDays(),
          perhaps(relay.uptime()),
          perhaps(relay.rarity()),
          relay.groups().stream().sorted().toList());
    }

    /** Refused where the address is none. */
    Outcome<Candidate> candidate() {
      return BitcoinAddress.read(address)
          .map(
              paid ->
                  new Candidate(
                      fingerprint,
                      paid,
                      new Measurement(guard, middle, exit, lasting),
                      perhaps(capacity),
                      ageDays,
                      perhaps(uptime),
                      perhaps(rarity),
                      Set.copyOf(groups)));
    }

    private static @Nullable Double perhaps(OptionalDouble value) {
      return value.isPresent() ? value.getAsDouble() : null;
    }

    private static OptionalDouble perhaps(@Nullable Double value) {
      return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
  }

  public Evidence {
    relays = List.copyOf(Objects.requireNonNull(relays, "it has no relays"));
  }

  /** Reads what {@link #bytes} wrote; refused with what is wrong with it. */
  public static Outcome<Evidence> read(byte[] json) {
    try {
      var evidence = JSON.type(Evidence.class).fromJson(json);
      return FORMAT.equals(evidence.format())
          ? Outcome.done(evidence)
          : Outcome.refused("its format is '%s', not '%s'".formatted(evidence.format(), FORMAT), 0);
    } catch (JsonException | IllegalStateException | NullPointerException e) {
      return Outcome.refused("it is no snapshot of a tip: " + e.getMessage(), 0);
    }
  }

  /** One line of UTF-8, with its end. */
  public byte[] bytes() {
    return (JSON.toJson(this) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** SHA-256 of a snapshot file, in hexadecimal digits. */
  public static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** What the rule is told. Refused where a value breaks a rule, naming the relay. */
  public Outcome<List<Candidate>> candidates() {
    var candidates = new ArrayList<Candidate>();
    for (var seen : relays) {
      try {
        var candidate = seen.candidate();
        if (!(candidate instanceof Outcome.Done<Candidate>(Candidate relay))) {
          return Outcome.refused(
              "%s: %s is no address (%s)"
                  .formatted(seen.fingerprint(), seen.address(), candidate.summary()),
              0);
        }
        candidates.add(relay);
      } catch (IllegalArgumentException | NullPointerException e) {
        return Outcome.refused(seen.fingerprint() + ": " + e.getMessage(), 0);
      }
    }
    return Outcome.done(List.copyOf(candidates));
  }
}
