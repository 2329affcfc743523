package org.bulbil.atlas.directory;

import java.util.List;
import org.bulbil.atlas.document.RelayDetails;
import org.jspecify.annotations.Nullable;

/** What other sources know of a relay's address: where it is, whose, and what it is called. */
record Place(
    @Nullable List<String> exitAddresses,
    @Nullable String country,
    @Nullable String countryName,
    @Nullable String region,
    @Nullable String city,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable String as,
    @Nullable String asName,
    @Nullable List<String> verifiedHosts,
    @Nullable List<String> unverifiedHosts) {

  static final Place UNKNOWN =
      new Place(null, null, null, null, null, null, null, null, null, null, null);

  static Place of(RelayDetails relay) {
    return new Place(
        relay.exitAddresses(),
        relay.country(),
        relay.countryName(),
        relay.regionName(),
        relay.cityName(),
        relay.latitude(),
        relay.longitude(),
        relay.as(),
        relay.asName(),
        relay.verifiedHostNames(),
        relay.unverifiedHostNames());
  }
}
