package org.bulbil.agent.family;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bulbil.agent.journal.Journal;
import org.bulbil.tor.Fingerprint;

/**
 * Relatives and when they were seen last, on disk: a start must not change what tor declares, and
 * one that is away for some days stays one of us.
 */
final class KnownKin {

  /** More are forgotten, the longest absent first. */
  private static final int KEPT_MAX = 256;

  private static final String FACT = "family.kin";

  private final Journal journal;
  private final Map<Fingerprint, Instant> seen = new TreeMap<>();

  KnownKin(Journal journal) {
    this.journal = journal;
    journal.recall(FACT).stream()
        .flatMap(text -> Stream.of(text.split(" ", -1)))
        .map(entry -> entry.split(":", 2))
        .forEach(
            parts ->
                seen.put(
                    new Fingerprint(parts[0]), Instant.ofEpochSecond(Long.parseLong(parts[1]))));
  }

  boolean contains(Fingerprint relay) {
    return seen.containsKey(relay);
  }

  /** All that were seen in the last {@code span}, in order. */
  List<Fingerprint> within(Duration span, Instant now) {
    return seen.entrySet().stream()
        .filter(entry -> entry.getValue().plus(span).isAfter(now))
        .map(Map.Entry::getKey)
        .toList();
  }

  void see(List<Fingerprint> present, Instant now) {
    present.forEach(relay -> seen.put(relay, now));
    seen.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .skip(KEPT_MAX)
        .map(Map.Entry::getKey)
        .toList()
        .forEach(seen::remove);
    if (!seen.isEmpty()) {
      journal.remember(FACT, text());
    }
  }

  private String text() {
    return seen.entrySet().stream()
        .map(entry -> entry.getKey() + ":" + entry.getValue().getEpochSecond())
        .collect(Collectors.joining(" "));
  }
}
