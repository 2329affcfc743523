package org.bulbil.atlas.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.Consensus;
import org.bulbil.tor.directory.DescriptorSignature;
import org.bulbil.tor.directory.ServerDescriptor;

/**
 * A consensus, and what its relays say of themselves: the newest descriptor of each, with its
 * signature checked.
 */
public final class NetworkView {

  private final Consensus consensus;
  private final Map<Fingerprint, ServerDescriptor> descriptors;
  private final Kindred kindred;
  private final int forged;

  private NetworkView(
      Consensus consensus,
      Map<Fingerprint, ServerDescriptor> descriptors,
      Kindred kindred,
      int forged) {
    this.consensus = consensus;
    this.descriptors = descriptors;
    this.kindred = kindred;
    this.forged = forged;
  }

  /**
   * Checks every descriptor.
   *
   * @param descriptors any number of one relay, in any order
   */
  public static NetworkView of(Consensus consensus, Collection<ServerDescriptor> descriptors) {
    var newest = new HashMap<Fingerprint, ServerDescriptor>();
    int forged = 0;
    for (var descriptor : descriptors) {
      if (DescriptorSignature.check(descriptor) instanceof Outcome.Done) {
        newest.merge(descriptor.fingerprint(), descriptor, NetworkView::newer);
      } else {
        forged++;
      }
    }
    return new NetworkView(consensus, Map.copyOf(newest), new Kindred(newest.values()), forged);
  }

  /** Of descriptors that were checked already, the newest of each relay. */
  static NetworkView ofGenuine(Consensus consensus, Map<Fingerprint, ServerDescriptor> newest) {
    return new NetworkView(consensus, Map.copyOf(newest), new Kindred(newest.values()), 0);
  }

  static ServerDescriptor newer(ServerDescriptor one, ServerDescriptor other) {
    return other.published().isAfter(one.published()) ? other : one;
  }

  /** The same descriptors beside another consensus. */
  NetworkView at(Consensus other) {
    return new NetworkView(other, descriptors, kindred, forged);
  }

  public Consensus consensus() {
    return consensus;
  }

  public Optional<ServerDescriptor> descriptor(Fingerprint relay) {
    return Optional.ofNullable(descriptors.get(relay));
  }

  /** Onionoo's details of its relays, and of those that left within a week. */
  Collection<RelayDetails> details(Collection<RelayDetails> before) {
    return RelayWriter.write(this, before);
  }

  Kindred kindred() {
    return kindred;
  }

  /** How many descriptors were left out since they are not by the relay that they name. */
  public int forged() {
    return forged;
  }
}
