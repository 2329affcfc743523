package org.bulbil.atlas.directory;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.ProvenFamilies;
import org.bulbil.tor.directory.ServerDescriptor;

/**
 * Who belongs to whom, by the rule that it takes two: each names the other (MyFamily), or one
 * family's key vouches for both (Happy Families).
 */
final class Kindred {

  /** Names of others that are read of one descriptor; tor itself cuts lists long before. */
  private static final int NAMED_MAX = 10_000;

  /**
   * The relatives of one relay.
   *
   * @param effective who agree, with the relay itself; empty where nobody does
   * @param alleged whom it names, and who do not name it
   * @param indirect relatives of its relatives that are not its own
   * @param ids of families whose key vouches for it
   */
  record Relatives(
      SortedSet<Fingerprint> effective,
      SortedSet<Fingerprint> alleged,
      SortedSet<Fingerprint> indirect,
      SortedSet<String> ids) {}

  private final Map<Fingerprint, Set<Fingerprint>> named = new HashMap<>();
  private final Map<Fingerprint, SortedSet<String>> ids = new HashMap<>();
  private final Map<String, Set<Fingerprint>> vouchedFor = new HashMap<>();

  /** Everybody whom one meets by going from relative to relative; one set for all of them. */
  private final Map<Fingerprint, Set<Fingerprint>> clans = new HashMap<>();

  /**
   * @param descriptors whose signatures were checked, one a relay
   */
  Kindred(Collection<ServerDescriptor> descriptors) {
    for (var relay : descriptors) {
      named.put(relay.fingerprint(), named(relay));
      var proven = new TreeSet<>(ProvenFamilies.of(relay));
      ids.put(relay.fingerprint(), proven);
      proven.forEach(
          id -> vouchedFor.computeIfAbsent(id, _ -> new HashSet<>()).add(relay.fingerprint()));
    }
    for (var relay : named.keySet()) {
      if (!clans.containsKey(relay)) {
        var clan = clan(relay);
        clan.forEach(member -> clans.put(member, clan));
      }
    }
  }

  /** By fingerprint only, as tor does today: nicknames are nobody's. */
  private static Set<Fingerprint> named(ServerDescriptor relay) {
    var named = new HashSet<Fingerprint>();
    relay.family().stream()
        .limit(NAMED_MAX)
        .flatMap(word -> fingerprint(word).stream())
        .filter(kin -> !kin.equals(relay.fingerprint()))
        .forEach(named::add);
    return named;
  }

  /** {@code $FINGERPRINT}, with a nickname behind it or not. */
  private static Optional<Fingerprint> fingerprint(String word) {
    var bare = word.startsWith("$") ? word.substring(1).split("[=~]", 2)[0] : word;
    return bare.matches("[0-9A-Fa-f]{40}")
        ? Optional.of(Fingerprint.parse(bare))
        : Optional.empty();
  }

  Relatives of(Fingerprint relay) {
    var mutual = mutual(relay);
    var alleged = new TreeSet<>(named.getOrDefault(relay, Set.of()));
    alleged.removeAll(mutual);
    var indirect = new TreeSet<>(clans.getOrDefault(relay, Set.of()));
    indirect.removeAll(mutual);
    indirect.remove(relay);
    if (!mutual.isEmpty()) {
      mutual.add(relay);
    }
    return new Relatives(mutual, alleged, indirect, idsOf(relay));
  }

  private SortedSet<Fingerprint> mutual(Fingerprint relay) {
    var mutual = new TreeSet<Fingerprint>();
    named.getOrDefault(relay, Set.of()).stream()
        .filter(kin -> named.getOrDefault(kin, Set.of()).contains(relay))
        .forEach(mutual::add);
    idsOf(relay).forEach(id -> mutual.addAll(vouchedFor.getOrDefault(id, Set.of())));
    mutual.remove(relay);
    return mutual;
  }

  private SortedSet<String> idsOf(Fingerprint relay) {
    return ids.getOrDefault(relay, new TreeSet<>());
  }

  private Set<Fingerprint> clan(Fingerprint relay) {
    var met = new HashSet<>(List.of(relay));
    var next = new ArrayDeque<>(met);
    while (!next.isEmpty()) {
      mutual(next.remove()).stream().filter(met::add).forEach(next::add);
    }
    return met;
  }
}
