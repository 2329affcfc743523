package org.bulbil.agent.order;

import java.util.Optional;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.tor.Fingerprint;

/** Whom an order is for. */
public sealed interface Addressee {

  /** What stands before a family's id. */
  String FAMILY = "family ";

  /** What stands before a fingerprint. */
  String RELAY = "relay ";

  /** As an order says it. */
  String text();

  /** Every relay that was told the key which the order is signed with. */
  record All() implements Addressee {
    @Override
    public String text() {
      return "all";
    }
  }

  /** Every such relay of one family. */
  record OfFamily(FamilyId family) implements Addressee {
    @Override
    public String text() {
      return FAMILY + family;
    }
  }

  /** One relay. */
  record OneRelay(Fingerprint fingerprint) implements Addressee {
    @Override
    public String text() {
      return RELAY + fingerprint;
    }
  }

  /** Whether a relay is meant; one whose tor has no name yet is not known to be. */
  default boolean means(Optional<Fingerprint> self, FamilyId own) {
    return switch (this) {
      case All _ -> true;
      case OfFamily(FamilyId family) -> family.equals(own);
      case OneRelay(Fingerprint fingerprint) -> self.equals(Optional.of(fingerprint));
    };
  }

  /**
   * Reads {@link #text}.
   *
   * @throws IllegalArgumentException naming the three forms
   */
  static Addressee parse(String text) {
    if (text.equals("all")) {
      return new All();
    }
    if (text.startsWith(FAMILY)) {
      return new OfFamily(new FamilyId(text.substring(FAMILY.length())));
    }
    if (text.startsWith(RELAY)) {
      return new OneRelay(new Fingerprint(text.substring(RELAY.length())));
    }
    throw new IllegalArgumentException(
        "an order is to \"all\", \"family ID\" or \"relay FINGERPRINT\", not \"" + text + "\"");
  }
}
