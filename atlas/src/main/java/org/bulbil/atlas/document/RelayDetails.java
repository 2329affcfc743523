package org.bulbil.atlas.document;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A relay in a details document of Onionoo's protocol, in its order of fields. A field that a
 * source does not give is null; so are answers' fields that are left out. Times are written {@code
 * yyyy-mm-dd hh:mm:ss} in UTC, bandwidths are bytes a second, fractions and probabilities 0 to 1.
 *
 * <p>What the protocol requires is never missing: a relay whose source is silent about it has tor's
 * own default name, no addresses, and was first seen, and last moved, when it was last seen. Only
 * fingerprint and last_seen must be there.
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record RelayDetails(
    String nickname,
    String fingerprint,
    List<String> orAddresses,
    @Nullable List<String> exitAddresses,
    @Nullable String dirAddress,
    String lastSeen,
    String lastChangedAddressOrPort,
    String firstSeen,
    boolean running,
    @Nullable Boolean hibernating,
    @Nullable List<String> flags,
    @Nullable String country,
    @Nullable String countryName,
    @Nullable String regionName,
    @Nullable String cityName,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable String as,
    @Nullable String asName,
    long consensusWeight,
    @Nullable List<String> verifiedHostNames,
    @Nullable List<String> unverifiedHostNames,
    @Nullable String lastRestarted,
    @Nullable Long bandwidthRate,
    @Nullable Long bandwidthBurst,
    @Nullable Long observedBandwidth,
    @Nullable Long advertisedBandwidth,
    @Nullable Long overloadGeneralTimestamp,
    @Nullable List<String> exitPolicy,
    @Nullable Map<String, List<String>> exitPolicySummary,
    @Nullable Map<String, List<String>> exitPolicyV6Summary,
    @Nullable String contact,
    @Nullable String platform,
    @Nullable String version,
    @Nullable String versionStatus,
    @Nullable List<String> effectiveFamily,
    @Nullable List<String> allegedFamily,
    @Nullable List<String> indirectFamily,
    @Nullable List<String> familyIds,
    @Nullable String familyCert,
    @Nullable Double consensusWeightFraction,
    @Nullable Double guardProbability,
    @Nullable Double middleProbability,
    @Nullable Double exitProbability,
    @Nullable Boolean recommendedVersion,
    @Nullable Boolean measured,
    @Nullable List<String> unreachableOrAddresses) {

  /** What tor calls a relay that has no name. */
  public static final String UNNAMED = "Unnamed";

  public RelayDetails {
    Objects.requireNonNull(fingerprint, "it has no fingerprint");
    Objects.requireNonNull(lastSeen, "it has no last_seen");
    nickname = Objects.requireNonNullElse(nickname, UNNAMED);
    orAddresses = Objects.requireNonNullElse(orAddresses, List.of());
    firstSeen = Objects.requireNonNullElse(firstSeen, lastSeen);
    lastChangedAddressOrPort = Objects.requireNonNullElse(lastChangedAddressOrPort, firstSeen);
  }

  /** The same relay with other family lists; null where there is none. */
  public RelayDetails withFamilies(
      @Nullable List<String> effective,
      @Nullable List<String> alleged,
      @Nullable List<String> indirect) {
    return new RelayDetails(
        nickname,
        fingerprint,
        orAddresses,
        exitAddresses,
        dirAddress,
        lastSeen,
        lastChangedAddressOrPort,
        firstSeen,
        running,
        hibernating,
        flags,
        country,
        countryName,
        regionName,
        cityName,
        latitude,
        longitude,
        as,
        asName,
        consensusWeight,
        verifiedHostNames,
        unverifiedHostNames,
        lastRestarted,
        bandwidthRate,
        bandwidthBurst,
        observedBandwidth,
        advertisedBandwidth,
        overloadGeneralTimestamp,
        exitPolicy,
        exitPolicySummary,
        exitPolicyV6Summary,
        contact,
        platform,
        version,
        versionStatus,
        effective,
        alleged,
        indirect,
        familyIds,
        familyCert,
        consensusWeightFraction,
        guardProbability,
        middleProbability,
        exitProbability,
        recommendedVersion,
        measured,
        unreachableOrAddresses);
  }

  /** The same when it has left the network. */
  public RelayDetails gone() {
    return new RelayDetails(
        nickname,
        fingerprint,
        orAddresses,
        exitAddresses,
        dirAddress,
        lastSeen,
        lastChangedAddressOrPort,
        firstSeen,
        false,
        null,
        flags == null ? null : flags.stream().filter(flag -> !flag.equals("Running")).toList(),
        country,
        countryName,
        regionName,
        cityName,
        latitude,
        longitude,
        as,
        asName,
        consensusWeight,
        verifiedHostNames,
        unverifiedHostNames,
        lastRestarted,
        bandwidthRate,
        bandwidthBurst,
        observedBandwidth,
        advertisedBandwidth,
        overloadGeneralTimestamp,
        exitPolicy,
        exitPolicySummary,
        exitPolicyV6Summary,
        contact,
        platform,
        version,
        versionStatus,
        effectiveFamily,
        allegedFamily,
        indirectFamily,
        familyIds,
        familyCert,
        null,
        null,
        null,
        null,
        recommendedVersion,
        measured,
        unreachableOrAddresses);
  }
}
