package org.bulbil.atlas.directory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.document.Timestamp;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.history.HistoryWriter;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.store.Update;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.ExtraInfo;

/**
 * Writes what a directory says into the store: details, and histories compiled from what was seen
 * at each consensus and from what relays have counted. The observations are kept in the store too.
 */
final class Register {

  /** Consensuses that are written down together; of 6,000 relays they have some 10 MB. */
  static final int AT_ONCE = 24;

  private static final String NEWEST = "directory";
  private static final int MEMORY_MAX = 64 << 10;

  private final Store store;
  private final List<Roll> rolls = new ArrayList<>();
  private final Map<Fingerprint, List<ExtraInfo>> counted = new HashMap<>();
  private Collection<RelayDetails> known;

  Register(Store store) {
    this.store = store;
    this.known = store.snapshot().relays().stream().map(Relay::details).toList();
  }

  /** Where the observations of a relay are kept. */
  static String key(String fingerprint) {
    return "seen " + fingerprint;
  }

  /** The newest consensus that was written down; none after this one is new. */
  static Optional<Instant> newest(Store store) {
    return store
        .memory(NEWEST)
        .flatMap(bytes -> Timestamp.read(new String(bytes, StandardCharsets.US_ASCII)));
  }

  /** Adds genuine extra-infos, to be written with the next consensus. */
  void add(Collection<ExtraInfo> infos) {
    infos.forEach(
        info -> counted.computeIfAbsent(info.fingerprint(), _ -> new ArrayList<>()).add(info));
  }

  /** Adds the next consensus; written at once only where many have come together. */
  void add(NetworkView view) {
    rolls.add(Roll.of(view.consensus()));
    known = view.details(known);
    if (rolls.size() >= AT_ONCE) {
      write(view);
    }
  }

  /** Writes what is not written yet; {@code last} is the newest consensus. */
  void write(NetworkView last) {
    if (rolls.isEmpty()) {
      return;
    }
    var published = last.consensus().validAfter();
    try (var update = store.update()) {
      forgetOthers(update);
      update.relays(published, known);
      known.forEach(relay -> histories(relay, last.consensus().freshUntil(), update));
      update.remember(NEWEST, Timestamp.text(published).getBytes(StandardCharsets.US_ASCII));
      update.publish();
    }
    rolls.clear();
    counted.clear();
  }

  private void forgetOthers(Update update) {
    Set<String> staying =
        known.stream()
            .map(RelayDetails::fingerprint)
            .collect(Collectors.toCollection(HashSet::new));
    store.snapshot().relays().stream()
        .map(relay -> relay.fingerprint().value())
        .filter(relay -> !staying.contains(relay))
        .forEach(relay -> update.remember(key(relay), new byte[0]));
  }

  private void histories(RelayDetails relay, Instant end, Update update) {
    var fingerprint = new Fingerprint(relay.fingerprint());
    var diary = Diary.of(store.memory(key(relay.fingerprint())));
    rolls.forEach(roll -> diary.add(roll, roll.find(fingerprint)));
    counted.getOrDefault(fingerprint, List.of()).forEach(diary::add);
    if (diary.isEmpty()) {
      return;
    }
    var kept = diary.kept(end);
    if (kept.length <= MEMORY_MAX) {
      update.remember(key(relay.fingerprint()), kept);
    }
    for (var chronicle : List.of(Chronicle.UPTIME, Chronicle.WEIGHTS, Chronicle.BANDWIDTH)) {
      var series = diary.series(chronicle, end);
      if (!series.isEmpty()) {
        update.document(
            relay.fingerprint(), chronicle, HistoryWriter.write(relay.fingerprint(), series));
      }
    }
  }
}
