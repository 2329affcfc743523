package org.bulbil.agent.relay;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.bequest.Kin;
import org.bulbil.agent.bequest.Relatives;
import org.bulbil.agent.family.Belonging;
import org.bulbil.core.contact.ContactInfo;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.contact.Heritage;
import org.bulbil.core.genome.Lineage;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.ServerDescriptor;

/** Finds the running relays of the own family in the directory that the own tor holds. */
public final class Kindred implements Relatives {

  /** As every relay of ours is named; a descriptor is asked for only where the name fits. */
  private static final String NAME = "bulbil";

  /** Relatives looked at: one question to the own tor for each. */
  private static final int MOST = 64;

  private final Keeper relay;
  private final Belonging belonging;

  public Kindred(Keeper relay, Belonging belonging) {
    this.relay = relay;
    this.belonging = belonging;
  }

  @Override
  public Outcome<List<Kin>> of(FamilyId family, Fingerprint self) {
    return relay
        .running(NAME)
        .map(
            running ->
                running.stream()
                    .filter(found -> !found.equals(self))
                    .sorted(Comparator.naturalOrder())
                    .limit(MOST)
                    .flatMap(found -> relay.descriptor(found).answer().stream())
                    .flatMap(Optional::stream)
                    .filter(found -> belonging.of(found).equals(Optional.of(family)))
                    .map(Kindred::kin)
                    .toList());
  }

  private static Kin kin(ServerDescriptor relay) {
    var contact = ContactInfo.read(relay.contact());
    return new Kin(
        relay.fingerprint(),
        contact.heritage().map(Heritage::lineage).flatMap(Lineage::parent).map(Fingerprint::new),
        relay.address().getHostAddress(),
        contact.btc(),
        relay.ntorOnionKey());
  }
}
