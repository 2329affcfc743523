package org.bulbil.atlas.ingest;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bulbil.atlas.document.BridgeDetails;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.document.Shared;
import org.bulbil.atlas.document.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Reads relays and bridges of details and summary documents. What breaks a rule is an {@link
 * IllegalArgumentException} with that rule.
 */
final class NodeReader {

  private static final Jsonb JSON = Jsonb.instance();
  private static final JsonType<RelayDetails> RELAY = JSON.type(RelayDetails.class);
  private static final JsonType<BridgeDetails> BRIDGE = JSON.type(BridgeDetails.class);
  private static final JsonType<SummaryMessage> SUMMARY = JSON.type(SummaryMessage.class);
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-F]{40}");

  private final Shared shared = new Shared();

  /** A relay of a details document. */
  RelayDetails relay(byte[] json) {
    return checked(shared.relay(parse(RELAY, json)));
  }

  /** A bridge of a details document. */
  BridgeDetails bridge(byte[] json) {
    var bridge = parse(BRIDGE, json);
    checkFingerprint(bridge.hashedFingerprint());
    checkMoments(bridge.lastSeen(), bridge.firstSeen());
    checkNoGaps(bridge.orAddresses());
    checkNoGaps(bridge.flags());
    checkNoGaps(bridge.transports());
    checkNoGaps(bridge.blocklist());
    return bridge;
  }

  /**
   * A relay of a summary: its ports are not told and written as 0; it was seen when the summary was
   * made.
   */
  RelayDetails summaryRelay(byte[] json, String published) {
    var summary = parse(SUMMARY, json);
    var details = common(summary, published);
    details.put("fingerprint", summary.f());
    return checked(shared.relay(RELAY.fromObject(details)));
  }

  /** A bridge of a summary. */
  BridgeDetails summaryBridge(byte[] json, String published) {
    var summary = parse(SUMMARY, json);
    var details = common(summary, published);
    details.put("hashed_fingerprint", summary.h());
    var bridge = BRIDGE.fromObject(details);
    checkFingerprint(bridge.hashedFingerprint());
    return bridge;
  }

  private static Map<String, @Nullable Object> common(SummaryMessage summary, String published) {
    var details = new LinkedHashMap<String, @Nullable Object>();
    details.put("nickname", summary.n());
    details.put("or_addresses", ports(summary.a()));
    details.put("running", summary.r());
    details.put("last_seen", published);
    return details;
  }

  private static List<String> ports(@Nullable List<String> addresses) {
    checkNoGaps(addresses);
    return Objects.requireNonNullElse(addresses, List.<String>of()).stream()
        .map(address -> address + ":0")
        .toList();
  }

  /** The library throws many kinds of exceptions for text that is no JSON of this form. */
  private static <T> T parse(JsonType<T> type, byte[] json) {
    try {
      return type.fromJson(json);
    } catch (RuntimeException e) {
      var why = Objects.requireNonNullElse(e.getMessage(), "it is no JSON of this form");
      throw new IllegalArgumentException(why.lines().findFirst().orElse(""), e);
    }
  }

  private static RelayDetails checked(RelayDetails relay) {
    checkFingerprint(relay.fingerprint());
    checkMoments(relay.lastSeen(), relay.firstSeen(), relay.lastChangedAddressOrPort());
    Stream.of(
            relay.latitude(),
            relay.longitude(),
            relay.consensusWeightFraction(),
            relay.guardProbability(),
            relay.middleProbability(),
            relay.exitProbability())
        .filter(Objects::nonNull)
        .forEach(NodeReader::checkFinite);
    return relay;
  }

  private static void checkFinite(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("a number in it is too large");
    }
  }

  static void checkFingerprint(String text) {
    if (!FINGERPRINT.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "its fingerprint is not 40 upper-case hexadecimal digits, but \"%.60s\"".formatted(text));
    }
  }

  private static void checkMoments(String... moments) {
    for (var moment : moments) {
      if (Timestamp.read(moment).isEmpty()) {
        throw new IllegalArgumentException(
            "it says \"%.40s\" where a moment such as 2013-04-24 12:22:22 should be"
                .formatted(moment));
      }
    }
  }

  private static void checkNoGaps(@Nullable List<String> list) {
    if (list != null && list.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("a list holds null");
    }
  }
}
