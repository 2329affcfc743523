package org.bulbil.atlas.network;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bulbil.atlas.network.OwnPage.Proof;
import org.bulbil.tor.Fingerprint;

/**
 * Who descends from whom, by what relays say in their contact lines. Anybody may write anybody's
 * name there: a {@link Claim} counts as proven only where something that cannot be borrowed speaks
 * for it.
 */
public final class Descent {

  /** A walk up or down ends there: no honest line is as long, and no cycle holds it. */
  public static final int DEPTH_MAX = 100;

  /** Children of one relay that are told; a forger can claim any number. */
  public static final int CHILDREN_MAX = 1000;

  /** How far a relay's word about its parent can be believed. */
  public enum Standing {
    /** Parent and child are in one family, mutually or by a key that vouches for both. */
    FAMILY,
    /** Wallet and relay vouch for each other on its own page: it is at least one of ours. */
    OWN_PAGE,
    /** Its word alone. */
    CLAIMED;

    public boolean isProven() {
      return this != CLAIMED;
    }
  }

  /**
   * What a relay says of its parent.
   *
   * @param child who says it
   * @param parent that it names; it may never have existed
   * @param generation that it says it is of
   */
  public record Claim(Relay child, Fingerprint parent, int generation, Standing standing) {}

  private final Snapshot snapshot;
  private final Map<Fingerprint, List<Claim>> byParent;

  public Descent(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.byParent =
        snapshot.relays().stream()
            .flatMap(relay -> claim(relay).stream())
            .collect(groupingBy(Claim::parent, mapping(claim -> claim, toUnmodifiableList())));
  }

  /** All who say that they are relays of ours, in order of their fingerprints. */
  public List<Relay> all() {
    return snapshot.relays().stream().filter(relay -> relay.heritage().isPresent()).toList();
  }

  /** What {@code child} says; empty for a founder and for a relay that is none of ours. */
  public Optional<Claim> claim(Relay child) {
    return child
        .heritage()
        .flatMap(heritage -> heritage.lineage().parent().map(Fingerprint::new))
        .filter(parent -> !parent.equals(child.fingerprint()))
        .map(parent -> new Claim(child, parent, generation(child), standing(child, parent)));
  }

  /** Those who name {@code parent}, at most {@value #CHILDREN_MAX}, proven ones first. */
  public List<Claim> children(Fingerprint parent) {
    var claims = new ArrayList<>(byParent.getOrDefault(parent, List.of()));
    claims.sort(Comparator.comparing(Claim::standing));
    return List.copyOf(claims.subList(0, Math.min(CHILDREN_MAX, claims.size())));
  }

  /** Parent, grandparent and so on, as far as they are known; at most {@value #DEPTH_MAX}. */
  public List<Claim> ancestry(Relay relay) {
    var line = new ArrayList<Claim>();
    var seen = new HashSet<Fingerprint>();
    var next = claim(relay);
    while (next.isPresent()
        && line.size() < DEPTH_MAX
        && seen.add(next.get().child().fingerprint())) {
      line.add(next.get());
      next = snapshot.relay(next.get().parent()).flatMap(this::claim);
    }
    return line;
  }

  /**
   * Those with whom lines begin: founders, and relays whose parent is not on the map. Relays that
   * name one another in a circle hang below nobody and are not among them.
   */
  public List<Relay> roots() {
    return all().stream()
        .filter(relay -> claim(relay).flatMap(claim -> snapshot.relay(claim.parent())).isEmpty())
        .toList();
  }

  /** Parents that are named and not on the map: dead, or never alive. */
  public List<Fingerprint> absent() {
    var absent = new LinkedHashSet<>(byParent.keySet());
    absent.removeIf(parent -> snapshot.relay(parent).isPresent());
    return absent.stream().sorted().toList();
  }

  private static int generation(Relay relay) {
    return relay.heritage().map(heritage -> heritage.lineage().generation()).orElse(0);
  }

  private Standing standing(Relay child, Fingerprint parent) {
    if (snapshot.relay(parent).filter(known -> isFamily(child, known)).isPresent()) {
      return Standing.FAMILY;
    }
    boolean isOurs =
        child.page().filter(page -> page.proof() instanceof Proof.Verified).isPresent();
    return isOurs ? Standing.OWN_PAGE : Standing.CLAIMED;
  }

  private static boolean isFamily(Relay child, Relay parent) {
    return (mentions(child, parent) && mentions(parent, child)) || sharesKey(child, parent);
  }

  private static boolean mentions(Relay one, Relay other) {
    var family = one.details().effectiveFamily();
    return family != null && family.contains(other.fingerprint().value());
  }

  private static boolean sharesKey(Relay one, Relay other) {
    var ids = Objects.requireNonNullElse(one.details().familyIds(), List.<String>of());
    var others = Objects.requireNonNullElse(other.details().familyIds(), List.<String>of());
    return !Collections.disjoint(ids, others);
  }
}
