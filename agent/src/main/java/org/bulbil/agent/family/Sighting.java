package org.bulbil.agent.family;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bulbil.core.contact.ContactInfo;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.contact.Heritage;
import org.bulbil.core.genome.Lineage;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.ServerDescriptor;

/**
 * A relay that has to do with our family, by its signed descriptor.
 *
 * <p>What that shows: a certificate of the family's key for a relay's own identity was made by
 * somebody who has the key, and by nobody else. What it does not show: whether that somebody was
 * meant to have it. A contact line shows nothing but what its author wants to be read.
 *
 * @param proves whether a certificate of our family's key vouches for it
 * @param claims whether its contact line names our family
 * @param pointsAtUs whether its MyFamily names us
 * @param heritage what its contact line says of its descent, where it says anything
 */
record Sighting(
    Fingerprint fingerprint,
    boolean proves,
    boolean claims,
    boolean pointsAtUs,
    Optional<Heritage> heritage) {

  /** What is odd about a relay, the worst first. */
  enum Oddity {
    KEYHOLDER(
        "proves our family and is none of us by its own words: somebody who should not have the"
            + " family's key has it"),
    ORPHAN(
        "proves our family and names a parent that this relay never saw: a relative from before"
            + " its time, or somebody who has the key"),
    CLAIMANT("names our family in its contact line and has not its key"),
    POINTER("names this relay in its MyFamily, which has no effect while we do not name it");

    private final String words;

    Oddity(String words) {
      this.words = words;
    }

    /** In a sentence that begins with a fingerprint. */
    String words() {
      return words;
    }
  }

  /**
   * Empty where a relay has nothing to do with us.
   *
   * @param proven ids of the families that the descriptor proves
   */
  static Optional<Sighting> of(
      ServerDescriptor relay, Set<String> proven, FamilyId family, Fingerprint self) {
    var heritage = ContactInfo.read(relay.contact()).heritage();
    var sighting =
        new Sighting(
            relay.fingerprint(),
            proven.contains(family.value()),
            heritage.flatMap(Heritage::family).equals(Optional.of(family)),
            relay.family().contains("$" + self),
            heritage);
    return Optional.of(sighting)
        .filter(it -> it.proves || it.claims || it.pointsAtUs)
        .filter(it -> !it.fingerprint.equals(self));
  }

  /** Whether it is a relative as far as anybody can know: it has the key, and says who it is. */
  boolean isRelative() {
    return proves && claims;
  }

  /**
   * @param isKnown whether we have seen that relay as one of the family, or are it
   */
  Optional<Oddity> oddity(Predicate<Fingerprint> isKnown) {
    if (proves) {
      return claims ? orphanhood(isKnown) : Optional.of(Oddity.KEYHOLDER);
    }
    return Optional.of(claims ? Oddity.CLAIMANT : Oddity.POINTER);
  }

  /** A founder has no parent; who writes that he is one cannot be contradicted. */
  private Optional<Oddity> orphanhood(Predicate<Fingerprint> isKnown) {
    return parent().filter(isKnown.negate()).map(_ -> Oddity.ORPHAN);
  }

  private Optional<Fingerprint> parent() {
    return heritage.map(Heritage::lineage).flatMap(Lineage::parent).map(Fingerprint::new);
  }
}
