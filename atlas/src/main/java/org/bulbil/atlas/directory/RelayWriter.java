package org.bulbil.atlas.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.document.Timestamp;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.TorVersion;
import org.bulbil.tor.directory.Flag;
import org.bulbil.tor.directory.RouterStatus;
import org.jspecify.annotations.Nullable;

/**
 * Writes Onionoo's details of what the directory says now and what was known before: when a relay
 * was first seen and last changed its address is remembered from one consensus to the next, and one
 * that has left is kept for a week.
 */
public final class RelayWriter {

  /** So long Onionoo lists a relay that is no longer in the consensus. */
  public static final Duration KEPT = Duration.ofDays(7);

  private final NetworkView view;
  private final Map<Fingerprint, Odds> odds;
  private final String now;

  private RelayWriter(NetworkView view) {
    this.view = view;
    this.odds = Odds.of(view.consensus());
    this.now = Timestamp.text(view.consensus().validAfter());
  }

  /**
   * All relays of {@code view}, and those of {@code before} that were seen in the last week.
   *
   * @param before what was known, whoever told it
   */
  public static List<RelayDetails> write(NetworkView view, Collection<RelayDetails> before) {
    var former = HashMap.<String, RelayDetails>newHashMap(before.size());
    before.forEach(relay -> former.put(relay.fingerprint(), relay));
    var writer = new RelayWriter(view);
    var written = new ArrayList<RelayDetails>();
    for (var status : view.consensus().relays()) {
      var known = Optional.ofNullable(former.remove(status.fingerprint().value()));
      written.add(writer.present(status, known));
    }
    former.values().stream().flatMap(writer::absent).forEach(written::add);
    return written;
  }

  private RelayDetails present(RouterStatus status, Optional<RelayDetails> before) {
    var relay = status.fingerprint();
    var own = ownWords(relay, before);
    var addresses = addresses(status);
    var place = before.filter(was -> isAt(was, addresses)).map(Place::of).orElse(Place.UNKNOWN);
    var kin = view.kindred().of(relay);
    var chance = Optional.ofNullable(odds.get(relay));
    var version =
        Optional.ofNullable(own.version()).or(() -> status.version().map(TorVersion::toString));
    var standing = version.flatMap(it -> VersionStatus.of(it, view.consensus().serverVersions()));
    return new RelayDetails(
        status.nickname().value(),
        relay.value(),
        addresses,
        place.exitAddresses(),
        directory(status),
        now,
        lastChanged(status, addresses, before),
        before.map(RelayDetails::firstSeen).orElse(now),
        status.has(Flag.RUNNING),
        own.hibernating(),
        status.flags().stream().map(Flag::word).sorted().toList(),
        place.country(),
        place.countryName(),
        place.region(),
        place.city(),
        place.latitude(),
        place.longitude(),
        place.as(),
        place.asName(),
        status.weight().kilobytesPerSecond(),
        place.verifiedHosts(),
        place.unverifiedHosts(),
        own.lastRestarted(),
        own.rate(),
        own.burst(),
        own.observed(),
        own.advertised(),
        own.overloaded(),
        own.exitPolicy(),
        Ports.summary(status.exitPorts()).orElse(null),
        own.exitPortsV6(),
        own.contact(),
        own.platform(),
        version.orElse(null),
        standing.map(VersionStatus::toString).orElse(null),
        names(kin.effective()),
        names(kin.alleged()),
        names(kin.indirect()),
        kin.ids().isEmpty() ? null : List.copyOf(kin.ids()),
        own.familyCertificate(),
        chance.map(Odds::fraction).orElse(null),
        chance.map(Odds::guard).orElse(null),
        chance.map(Odds::middle).orElse(null),
        chance.map(Odds::exit).orElse(null),
        standing.map(it -> it == VersionStatus.RECOMMENDED).orElse(null),
        status.measured(),
        unreachable(own, addresses));
  }

  private OwnWords ownWords(Fingerprint relay, Optional<RelayDetails> before) {
    return view.descriptor(relay)
        .map(OwnWords::of)
        .or(() -> before.map(OwnWords::of))
        .orElse(OwnWords.NONE);
  }

  /** Where it is on the globe holds as long as its address does. */
  private static boolean isAt(RelayDetails before, List<String> addresses) {
    return !before.orAddresses().isEmpty()
        && host(before.orAddresses().getFirst()).equals(host(addresses.getFirst()));
  }

  private static String host(String endpoint) {
    return endpoint.substring(0, Math.max(0, endpoint.lastIndexOf(':')));
  }

  private static List<String> addresses(RouterStatus status) {
    var first = endpoint(status, status.orPort());
    return Stream.concat(Stream.of(first), status.furtherAddresses().stream()).toList();
  }

  private static @Nullable String directory(RouterStatus status) {
    return status.dirPort() == 0 ? null : endpoint(status, status.dirPort());
  }

  private static String endpoint(RouterStatus status, int port) {
    return status.address().getHostAddress() + ":" + port;
  }

  private String lastChanged(
      RouterStatus status, List<String> addresses, Optional<RelayDetails> before) {
    return before
        .filter(was -> was.orAddresses().equals(addresses))
        .filter(was -> Objects.equals(was.dirAddress(), directory(status)))
        .map(RelayDetails::lastChangedAddressOrPort)
        .orElse(now);
  }

  /** What it says it has, and the authorities have not found. */
  private static @Nullable List<String> unreachable(OwnWords own, List<String> addresses) {
    var missing = own.addresses().stream().filter(it -> !addresses.contains(it)).toList();
    return missing.isEmpty() ? null : missing;
  }

  private static @Nullable List<String> names(SortedSet<Fingerprint> relays) {
    return relays.isEmpty() ? null : relays.stream().map(Fingerprint::value).toList();
  }

  private Stream<RelayDetails> absent(RelayDetails was) {
    return isRecent(was, view.consensus().validAfter()) ? Stream.of(was.gone()) : Stream.empty();
  }

  private static boolean isRecent(RelayDetails was, Instant now) {
    return Timestamp.read(was.lastSeen())
        .filter(seen -> !seen.isBefore(now.minus(KEPT)))
        .isPresent();
  }
}
