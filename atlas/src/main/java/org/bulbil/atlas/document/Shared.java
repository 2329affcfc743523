package org.bulbil.atlas.document;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps equal values once: thousands of relays have the same country, network, flags, exit policy,
 * version, contact line and family. It holds what it has seen, so it lives as long as one reading.
 */
public final class Shared {

  private final Map<Object, Object> values = new HashMap<>();

  /** The relay, made of values that others have too; its lists cannot be changed. */
  public RelayDetails relay(RelayDetails relay) {
    return new RelayDetails(
        one(relay.nickname()),
        one(relay.fingerprint()),
        list(relay.orAddresses()),
        perhapsList(relay.exitAddresses()),
        perhaps(relay.dirAddress()),
        one(relay.lastSeen()),
        one(relay.lastChangedAddressOrPort()),
        one(relay.firstSeen()),
        relay.running(),
        relay.hibernating(),
        perhapsList(relay.flags()),
        perhaps(relay.country()),
        perhaps(relay.countryName()),
        perhaps(relay.regionName()),
        perhaps(relay.cityName()),
        perhaps(relay.latitude()),
        perhaps(relay.longitude()),
        perhaps(relay.as()),
        perhaps(relay.asName()),
        relay.consensusWeight(),
        perhapsList(relay.verifiedHostNames()),
        perhapsList(relay.unverifiedHostNames()),
        perhaps(relay.lastRestarted()),
        perhaps(relay.bandwidthRate()),
        perhaps(relay.bandwidthBurst()),
        perhaps(relay.observedBandwidth()),
        perhaps(relay.advertisedBandwidth()),
        perhaps(relay.overloadGeneralTimestamp()),
        perhapsList(relay.exitPolicy()),
        policy(relay.exitPolicySummary()),
        policy(relay.exitPolicyV6Summary()),
        perhaps(relay.contact()),
        perhaps(relay.platform()),
        perhaps(relay.version()),
        perhaps(relay.versionStatus()),
        perhapsList(relay.effectiveFamily()),
        perhapsList(relay.allegedFamily()),
        perhapsList(relay.indirectFamily()),
        perhapsList(relay.familyIds()),
        perhaps(relay.familyCert()),
        perhaps(relay.consensusWeightFraction()),
        perhaps(relay.guardProbability()),
        perhaps(relay.middleProbability()),
        perhaps(relay.exitProbability()),
        relay.recommendedVersion(),
        relay.measured(),
        perhapsList(relay.unreachableOrAddresses()));
  }

  /** The list, made of values that others have too; it cannot be changed. */
  public List<String> list(List<String> values) {
    return one(values.stream().map(this::one).toList());
  }

  private @Nullable List<String> perhapsList(@Nullable List<String> values) {
    return values == null ? null : list(values);
  }

  private @Nullable Map<String, List<String>> policy(@Nullable Map<String, List<String>> ports) {
    if (ports == null) {
      return null;
    }
    var shared = new LinkedHashMap<String, List<String>>();
    ports.forEach((word, list) -> shared.put(one(word), list(list)));
    return one(Collections.unmodifiableMap(shared));
  }

  private <T> @Nullable T perhaps(@Nullable T value) {
    return value == null ? null : one(value);
  }

  /**
   * An equal value that was seen before, or this one.
   *
   * @throws NullPointerException where it is null, as in a list that holds one
   */
  @SuppressWarnings("unchecked") // what is found is equal, and so of the same class
  private <T> T one(T value) {
    var known = values.putIfAbsent(Objects.requireNonNull(value, "a list holds null"), value);
    return known == null ? value : (T) known;
  }
}
