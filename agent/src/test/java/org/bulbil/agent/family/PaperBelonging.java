package org.bulbil.agent.family;

import java.util.Set;
import org.bulbil.core.contact.ContactInfo;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.contact.Heritage;
import org.bulbil.tor.directory.ServerDescriptor;

/** For relays on paper, whose certificates are only counted. */
public final class PaperBelonging {

  private PaperBelonging() {}

  /** Takes one certificate for that of the family that the relay names. */
  public static Belonging byCount() {
    return new Belonging(PaperBelonging::named);
  }

  private static Set<String> named(ServerDescriptor relay) {
    return relay.familyCertificates() == 0
        ? Set.of()
        : ContactInfo.read(relay.contact())
            .heritage()
            .flatMap(Heritage::family)
            .map(FamilyId::value)
            .map(Set::of)
            .orElse(Set.of());
  }
}
