package org.bulbil.agent.launch;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.Consensus;
import org.bulbil.tor.directory.DescriptorSignature;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.tor.directory.RouterStatus;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.directory.ServerDescriptors;

/**
 * The Tor directory as authorities or their mirrors serve it over HTTP: the first that answers. The
 * signatures of descriptors are checked; that a relay is Running is their word.
 */
public final class DirectoryRelays implements Relays {

  /** As many descriptors as can be asked for at once. */
  private static final int AT_ONCE = 90;

  private final DirectoryClient client;
  private final List<URI> servers;

  /**
   * @param client whose limits allow a consensus: some 4 MB of the public network
   * @param servers at least one
   */
  public DirectoryRelays(DirectoryClient client, List<URI> servers) {
    this.client = client;
    this.servers = List.copyOf(servers);
  }

  @Override
  public Outcome<List<ServerDescriptor>> running(Set<Hostname> names) {
    Outcome<List<ServerDescriptor>> last = Outcome.unknown("no directory server is named");
    for (var server : servers) {
      last = client.consensus(server).flatMap(all -> descriptors(server, named(all, names)));
      if (last instanceof Outcome.Done) {
        return last;
      }
    }
    return last;
  }

  private static List<Fingerprint> named(Consensus consensus, Set<Hostname> names) {
    var nicknames = names.stream().map(Hostname::value).collect(Collectors.toSet());
    return consensus.running().stream()
        .filter(relay -> nicknames.contains(relay.nickname().value()))
        .map(RouterStatus::fingerprint)
        .limit(AT_ONCE)
        .toList();
  }

  private Outcome<List<ServerDescriptor>> descriptors(URI server, List<Fingerprint> relays) {
    return relays.isEmpty()
        ? Outcome.done(List.of())
        : client.descriptors(server, relays).map(DirectoryRelays::checked);
  }

  private static List<ServerDescriptor> checked(ServerDescriptors found) {
    return found.descriptors().stream()
        .flatMap(relay -> DescriptorSignature.check(relay).answer().stream())
        .toList();
  }
}
