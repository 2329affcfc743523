package org.bulbil.sandbox.directory;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.contact.ContactInfo;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.directory.Listing.Presence;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.directory.Consensus;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.tor.directory.Flag;
import org.bulbil.tor.directory.RouterStatus;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.directory.ServerDescriptors;

/** The relays that ask for gifts, read from one directory authority. */
public final class PublicDirectory {

  private final DirectoryClient client;
  private final URI authority;

  /**
   * @param authority its DirPort, as in {@code http://127.77.0.1:9030}
   */
  public PublicDirectory(DirectoryClient client, URI authority) {
    this.client = client;
    this.authority = authority;
  }

  /** All relays with a bitcoin address in their contact line, in the authority's order. */
  public Outcome<List<Listing>> read() {
    return client
        .descriptors(authority)
        .flatMap(found -> client.consensus(authority).map(consensus -> join(found, consensus)));
  }

  static List<Listing> join(ServerDescriptors found, Consensus consensus) {
    return found.descriptors().stream()
        .flatMap(descriptor -> listing(descriptor, consensus).stream())
        .toList();
  }

  private static Optional<Listing> listing(ServerDescriptor descriptor, Consensus consensus) {
    var contact = ContactInfo.read(descriptor.contact());
    var entry = consensus.find(descriptor.fingerprint());
    return contact
        .btc()
        .flatMap(PublicDirectory::address)
        .map(
            wallet ->
                new Listing(
                    descriptor.fingerprint(),
                    descriptor.nickname(),
                    wallet,
                    contact.heritage(),
                    entry.map(RouterStatus::weight).orElse(new Bandwidth(0)),
                    entry.filter(relay -> relay.has(Flag.RUNNING)).isPresent()
                        ? Presence.RUNNING
                        : Presence.ANNOUNCED));
  }

  /** A contact line may hold anything; what is no address of this chain cannot be paid. */
  private static Optional<Address> address(String text) {
    try {
      return Optional.of(Address.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
