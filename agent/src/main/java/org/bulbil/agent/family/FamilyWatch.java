package org.bulbil.agent.family;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bulbil.agent.family.Sighting.Oddity;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.Settings;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.ServerDescriptor;

/**
 * Looks through the directory that the own tor holds for relatives, whom our MyFamily names, and
 * for strangers in the family. Relays that are named as ours are looked at each time, all others a
 * few at a time: ten thousand relays take about two days. One thread.
 */
public final class FamilyWatch {

  /** Hourly, where a heartbeat is ten minutes. */
  private static final int BEATS_BETWEEN_LOOKS = 6;

  /** Relays of any name read in one look; a question to the own tor takes a millisecond. */
  private static final int READ_A_LOOK = 200;

  /** Relays with our kind of name read in one look. */
  private static final int NAMESAKES_A_LOOK = 64;

  /** Relatives in MyFamily: 42 bytes each, of a descriptor that has 20,000 at most. */
  private static final int KIN_MAX = 64;

  /** A relative that is away for so long is named no more. */
  private static final int DAYS_OF_ABSENCE = 7;

  /** Odd relays remembered, and of those shown. */
  private static final int ODD_MAX = 128;

  private static final int SHOWN_MAX = 20;

  private static final String NAME = "bulbil";

  private final Settings settings;
  private final Registry registry;
  private final Function<ServerDescriptor, Set<String>> proof;
  private final Journal journal;
  private final Time time;
  private final KnownKin known;
  private final Map<Fingerprint, Sighting> sightings = new TreeMap<>();
  private final Set<Fingerprint> told = new HashSet<>();
  private Optional<Fingerprint> self = Optional.empty();
  private Optional<Fingerprint> cursor = Optional.empty();
  private Instant nextLook = Instant.MIN;
  private Instant nextChange = Instant.MIN;
  private List<Fingerprint> kin;

  /** The directory, as far as a watch needs it. */
  public interface Registry extends Descriptors {

    /** Every relay in the consensus. */
    Outcome<List<Fingerprint>> listed();

    /** The Running ones whose name begins so. */
    Outcome<List<Fingerprint>> running(String prefix);
  }

  /**
   * A relay to be told of.
   *
   * @param words in a sentence that begins with its fingerprint
   * @param isAlarming whether it shows that the key is in the wrong hands
   */
  public record Stranger(Fingerprint fingerprint, String words, boolean isAlarming) {}

  /**
   * @param proof the families that a descriptor proves by certificates
   */
  public FamilyWatch(
      Settings settings,
      Registry registry,
      Function<ServerDescriptor, Set<String>> proof,
      Journal journal,
      Time time) {
    this.settings = settings;
    this.registry = registry;
    this.proof = proof;
    this.journal = journal;
    this.time = time;
    this.known = new KnownKin(journal);
    this.kin = present();
  }

  /** Looks around now and then. */
  public void beat(Fingerprint own, FamilyId family) {
    self = Optional.of(own);
    if (!time.now().isBefore(nextLook)) {
      nextLook = time.now().plus(settings.rhythm().heartbeat().multipliedBy(BEATS_BETWEEN_LOOKS));
      registry.listed().answer().ifPresent(all -> look(all, own, family));
    }
  }

  private void look(List<Fingerprint> listed, Fingerprint own, FamilyId family) {
    sightings.keySet().retainAll(Set.copyOf(listed));
    for (var relay : chosen(listed)) {
      registry.of(relay).answer().ifPresent(found -> see(relay, found, own, family));
    }
    known.see(relatives(), time.now());
    strangers().forEach(this::tell);
    changeKin();
  }

  private Set<Fingerprint> chosen(List<Fingerprint> listed) {
    var chosen = new LinkedHashSet<Fingerprint>();
    registry.running(NAME).answer().stream()
        .flatMap(List::stream)
        .sorted()
        .limit(NAMESAKES_A_LOOK)
        .forEach(chosen::add);
    var next = next(listed);
    cursor = next.stream().reduce((_, last) -> last);
    chosen.addAll(next);
    return chosen;
  }

  /** Those after the last one that was read, and from the first again after the end. */
  private List<Fingerprint> next(List<Fingerprint> listed) {
    var sorted = listed.stream().sorted().toList();
    var after =
        sorted.stream()
            .filter(relay -> cursor.filter(last -> relay.compareTo(last) <= 0).isEmpty())
            .toList();
    return Stream.concat(after.stream(), sorted.stream()).distinct().limit(READ_A_LOOK).toList();
  }

  private void see(
      Fingerprint relay, Optional<ServerDescriptor> found, Fingerprint own, FamilyId family) {
    found
        .flatMap(descriptor -> Sighting.of(descriptor, proof.apply(descriptor), family, own))
        .filter(_ -> sightings.containsKey(relay) || sightings.size() < ODD_MAX + KIN_MAX)
        .ifPresentOrElse(sighting -> sightings.put(relay, sighting), () -> sightings.remove(relay));
  }

  private List<Fingerprint> relatives() {
    return sightings.values().stream()
        .filter(Sighting::isRelative)
        .map(Sighting::fingerprint)
        .toList();
  }

  private boolean isKnown(Fingerprint relay) {
    return known.contains(relay)
        || self.equals(Optional.of(relay))
        || settings.lineage().parent().equals(Optional.of(relay.value()));
  }

  /** Who is odd, the worst first. */
  public List<Stranger> strangers() {
    return sightings.values().stream()
        .flatMap(
            sighting -> sighting.oddity(this::isKnown).map(it -> new Odd(sighting, it)).stream())
        .sorted(Comparator.comparing(Odd::oddity))
        .limit(SHOWN_MAX)
        .map(Odd::stranger)
        .toList();
  }

  private record Odd(Sighting sighting, Oddity oddity) {
    Stranger stranger() {
      return new Stranger(
          sighting.fingerprint(),
          sighting.fingerprint() + " " + oddity.words(),
          oddity == Oddity.KEYHOLDER);
    }
  }

  /** Once for each, in one run. */
  private void tell(Stranger stranger) {
    if (told.size() < ODD_MAX && told.add(stranger.fingerprint())) {
      journal.note(Entry.Kind.FAMILY, stranger.words());
    }
  }

  /** Each change makes tor publish a new descriptor, so there is one a day at most. */
  private void changeKin() {
    var now = present();
    if (!now.equals(kin) && !time.now().isBefore(nextChange)) {
      kin = now;
      nextChange = time.now().plus(settings.lease().day().length());
    }
  }

  /** Those with the lowest fingerprints, so that everybody names the same. */
  private List<Fingerprint> present() {
    Duration absence = settings.lease().day().times(DAYS_OF_ABSENCE);
    return known.within(absence, time.now()).stream().limit(KIN_MAX).toList();
  }

  /** Whom MyFamily is to name, in order. */
  public List<Fingerprint> kin() {
    return kin;
  }

  /** In a sentence or two, for the status page. */
  public String words() {
    var strangers = strangers();
    var relatives = "%d relatives prove the family by its key.".formatted(relatives().size());
    return strangers.isEmpty()
        ? relatives
        : relatives + " %d relays need a look.".formatted(strangers.size());
  }
}
