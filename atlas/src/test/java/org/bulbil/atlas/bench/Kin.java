package org.bulbil.atlas.bench;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;

/** Gives the real relays families again, which the sample has not: those of one contact line. */
final class Kin {

  /** The longest real family of 2026-02. */
  private static final int FAMILY_MAX = 368;

  private Kin() {}

  static Snapshot added(Snapshot bare) {
    var byContact =
        bare.relays().stream()
            .filter(relay -> relay.details().contact() != null)
            .collect(groupingBy(relay -> Objects.requireNonNull(relay.details().contact())));
    var relays = new ArrayList<Relay>();
    for (var relay : bare.relays()) {
      relays.add(withFamily(relay, family(byContact, relay)));
    }
    return new Snapshot(
        bare.number(),
        bare.relaysPublished(),
        bare.bridgesPublished(),
        relays,
        bare.bridges(),
        Map.of(),
        List.of());
  }

  private static List<String> family(Map<String, List<Relay>> byContact, Relay relay) {
    var contact = Objects.requireNonNullElse(relay.details().contact(), "");
    return byContact.getOrDefault(contact, List.of(relay)).stream()
        .limit(FAMILY_MAX)
        .map(member -> member.fingerprint().value())
        .toList();
  }

  private static Relay withFamily(Relay relay, List<String> family) {
    var d = relay.details();
    var details =
        new RelayDetails(
            d.nickname(),
            d.fingerprint(),
            d.orAddresses(),
            d.exitAddresses(),
            d.dirAddress(),
            d.lastSeen(),
            d.lastChangedAddressOrPort(),
            d.firstSeen(),
            d.running(),
            d.hibernating(),
            d.flags(),
            d.country(),
            d.countryName(),
            d.regionName(),
            d.cityName(),
            d.latitude(),
            d.longitude(),
            d.as(),
            d.asName(),
            d.consensusWeight(),
            d.verifiedHostNames(),
            d.unverifiedHostNames(),
            d.lastRestarted(),
            d.bandwidthRate(),
            d.bandwidthBurst(),
            d.observedBandwidth(),
            d.advertisedBandwidth(),
            d.overloadGeneralTimestamp(),
            d.exitPolicy(),
            d.exitPolicySummary(),
            d.exitPolicyV6Summary(),
            d.contact(),
            d.platform(),
            d.version(),
            d.versionStatus(),
            family,
            d.allegedFamily(),
            d.indirectFamily(),
            d.familyIds(),
            d.familyCert(),
            d.consensusWeightFraction(),
            d.guardProbability(),
            d.middleProbability(),
            d.exitProbability(),
            d.recommendedVersion(),
            d.measured(),
            d.unreachableOrAddresses());
    return new Relay(
        relay.fingerprint(), details, relay.addresses(), relay.heritage(), relay.page());
  }
}
