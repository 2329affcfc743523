package org.bulbil.agent.family;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bulbil.core.contact.ContactInfo;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.contact.Heritage;
import org.bulbil.tor.directory.ProvenFamilies;
import org.bulbil.tor.directory.ServerDescriptor;

/** Tells of which family of ours a relay is: the one that it both names and proves. */
public final class Belonging {

  private final Function<ServerDescriptor, Set<String>> proven;

  /**
   * @param proven ids of the families that a descriptor proves
   */
  public Belonging(Function<ServerDescriptor, Set<String>> proven) {
    this.proven = proven;
  }

  /** By the signatures of the descriptor. */
  public static Belonging bySignatures() {
    return new Belonging(ProvenFamilies::of);
  }

  /** Empty where it names none, or one whose key has not signed for it. */
  public Optional<FamilyId> of(ServerDescriptor relay) {
    return ContactInfo.read(relay.contact())
        .heritage()
        .flatMap(Heritage::family)
        .filter(named -> proven.apply(relay).contains(named.value()));
  }
}
