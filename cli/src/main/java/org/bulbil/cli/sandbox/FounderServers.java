package org.bulbil.cli.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.cli.sandbox.Planting.Planted;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.hosting.Provider;
import org.bulbil.tor.directory.ServerDescriptor;

/**
 * Where the founders live, by the provider's word, asked once for each. A relay is a founder where
 * it has the name of one and its address; the address of a relay that is Running was tried by the
 * authorities.
 */
final class FounderServers {

  private final Provider provider;
  private final List<Planted> founders;
  private final Map<Hostname, String> addresses = new HashMap<>();

  FounderServers(Provider provider, List<Planted> founders) {
    this.provider = provider;
    this.founders = List.copyOf(founders);
  }

  int count() {
    return founders.size();
  }

  boolean isHomeOf(ServerDescriptor relay) {
    return founders.stream()
        .filter(founder -> founder.hostname().value().equals(relay.nickname().value()))
        .flatMap(founder -> address(founder).stream())
        .anyMatch(relay.address().getHostAddress()::equals);
  }

  private Optional<String> address(Planted founder) {
    return Optional.ofNullable(addresses.get(founder.hostname()))
        .or(
            () -> {
              var told =
                  provider.lease(founder.token(), founder.lease()).answer().flatMap(Lease::address);
              told.ifPresent(address -> addresses.put(founder.hostname(), address));
              return told;
            });
  }
}
