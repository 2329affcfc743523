package org.bulbil.atlas.query;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bulbil.atlas.query.Criterion.Kind;
import org.bulbil.atlas.query.Criterion.Seen;

/** All relays, or all bridges, ready to be asked. Positions are those in the snapshot's list. */
final class Nodes {

  private static final long DAY = Duration.ofDays(1).toSeconds();

  /** A relay counts as overloaded that long after it said so. */
  private static final long OVERLOAD = Duration.ofDays(3).toSeconds();

  private final Kind kind;
  private final int count;
  private final BitSet running = new BitSet();
  private final BitSet recommended = new BitSet();
  private final BitSet unrecommended = new BitSet();
  private final long[] firstSeen;
  private final long[] lastSeen;
  private final long[] overloaded;
  private final Fingerprints fingerprints;
  private final Texts nicknames;
  private final Beginnings addresses;
  private final Lists<String> countries;
  private final Lists<Long> systems;
  private final Texts systemNames;
  private final Lists<String> flags;
  private final Texts contacts;
  private final Lists<DottedVersion> versions;
  private final Lists<String> os;
  private final Texts hostNames;
  private final Lists<String> transports;
  private final Families families;
  private final Ranks ranks;

  Nodes(Kind kind, List<Facets> nodes) {
    this.kind = kind;
    this.count = nodes.size();
    this.firstSeen = nodes.stream().mapToLong(Facets::firstSeen).toArray();
    this.lastSeen = nodes.stream().mapToLong(Facets::lastSeen).toArray();
    this.overloaded = nodes.stream().mapToLong(Facets::overloaded).toArray();
    this.fingerprints = new Fingerprints(nodes);
    this.nicknames = Texts.of(nodes, node -> List.of(node.nickname()));
    this.addresses = Beginnings.of(nodes, Facets::addresses);
    this.countries = Lists.of(nodes, node -> List.of(node.country()));
    this.systems = Lists.of(nodes, node -> List.of(node.system()));
    this.systemNames = Texts.of(nodes, node -> node.systemName().stream().toList());
    this.flags = Lists.of(nodes, Facets::flags);
    this.contacts = Texts.of(nodes, node -> node.contact().stream().toList());
    this.versions = Lists.of(nodes, node -> node.version().stream().toList());
    this.os = Lists.of(nodes, node -> node.os().stream().toList());
    this.hostNames = Texts.of(nodes, Facets::hostNames);
    this.transports = Lists.of(nodes, Facets::transports);
    this.families = new Families(nodes);
    this.ranks = new Ranks(nodes);
    for (int i = 0; i < count; i++) {
      running.set(i, nodes.get(i).running());
      recommended.set(i, nodes.get(i).recommended().orElse(false));
      unrecommended.set(i, !nodes.get(i).recommended().orElse(true));
    }
  }

  /** All that match, in order. */
  int[] select(Query query, Instant now, Instant published) {
    var chosen = new BitSet(count);
    var left = List.copyOf(query.criteria());
    if (left.isEmpty()) {
      chosen.set(0, count);
      return ranks.sorted(chosen, query.order());
    }
    chosen.or(matching(left.getFirst(), now, published));
    for (var criterion : left.subList(1, left.size())) {
      if (chosen.isEmpty()) {
        break;
      }
      chosen.and(matching(criterion, now, published));
    }
    return ranks.sorted(chosen, query.order());
  }

  private BitSet matching(Criterion criterion, Instant now, Instant published) {
    return switch (criterion) {
      case Criterion.OfKind(var wanted) -> wanted == kind ? all() : new BitSet();
      case Criterion.Running(boolean wanted) -> wanted ? running : not(running);
      case Criterion.Search(var term) -> searched(term);
      case Criterion.Lookup(var wanted) -> lookedUp(wanted);
      case Criterion.Country(var code) -> ofRelays(() -> countries.having(code));
      case Criterion.AutonomousSystems(var numbers) -> ofRelays(() -> inSystems(numbers));
      case Criterion.AsName(var parts) -> systemNames.containingAll(parts);
      case Criterion.Flag(var name) -> flags.having(name);
      case Criterion.SeenDays(var seen, int from, int to) -> seenDays(seen, from, to, now);
      case Criterion.SeenSince(var seen, var date) ->
          seenSince(seen, date.atStartOfDay(ZoneOffset.UTC).toInstant());
      case Criterion.Contact(var parts) -> contacts.containingAll(parts);
      case Criterion.Family(var fingerprint) ->
          ofRelays(() -> families.of(fingerprint, fingerprints));
      case Criterion.Versions(var ranges) ->
          versions.where(version -> ranges.stream().anyMatch(range -> range.holds(version)));
      case Criterion.OperatingSystem(var prefix) -> os.where(name -> name.startsWith(prefix));
      case Criterion.HostName(var suffix) -> hostNames.endingWith(suffix);
      case Criterion.Recommended(boolean wanted) -> wanted ? recommended : unrecommended;
      case Criterion.Overloaded(boolean wanted) -> where(i -> isOverloaded(i, published) == wanted);
      case Criterion.Transport(var name) -> transports.having(name);
    };
  }

  private BitSet all() {
    var all = new BitSet(count);
    all.set(0, count);
    return all;
  }

  private BitSet not(BitSet some) {
    var rest = all();
    rest.andNot(some);
    return rest;
  }

  /** What the protocol says of relays alone: no bridge ever matches. */
  private BitSet ofRelays(Supplier<BitSet> found) {
    return kind == Kind.RELAY ? found.get() : new BitSet();
  }

  private BitSet lookedUp(Set<String> wanted) {
    var found = new BitSet(count);
    wanted.forEach(fingerprint -> fingerprints.addTo(found, fingerprint));
    return found;
  }

  private BitSet searched(String term) {
    var found = new BitSet(count);
    if (term.startsWith("$")) {
      fingerprints.addBeginningWith(found, term.substring(1));
      return found;
    }
    var lower = term.toLowerCase(Locale.ROOT);
    found.or(nicknames.containing(lower));
    fingerprints.addBeginningWith(found, term);
    if (kind == Kind.RELAY) {
      fingerprints.addBase64BeginningWith(found, term);
      fingerprints.addBlock(found, term);
      addresses.addTo(found, lower);
      addresses.addTo(found, "[" + lower);
    }
    return found;
  }

  private BitSet inSystems(Set<Long> numbers) {
    var found = new BitSet(count);
    numbers.forEach(number -> systems.addTo(found, number));
    return found;
  }

  private BitSet seenDays(Seen seen, int from, int to, Instant now) {
    var times = times(seen);
    return where(
        i -> {
          long days = (now.getEpochSecond() - times[i]) / DAY;
          return days >= from && days <= to;
        });
  }

  private BitSet seenSince(Seen seen, Instant since) {
    var times = times(seen);
    return where(i -> times[i] >= since.getEpochSecond());
  }

  private long[] times(Seen seen) {
    return switch (seen) {
      case FIRST -> firstSeen;
      case LAST -> lastSeen;
    };
  }

  private boolean isOverloaded(int position, Instant published) {
    return overloaded[position] > 0
        && overloaded[position] >= published.getEpochSecond() - OVERLOAD;
  }

  private BitSet where(IntPredicate wanted) {
    var found = new BitSet(count);
    IntStream.range(0, count).filter(wanted).forEach(found::set);
    return found;
  }
}
