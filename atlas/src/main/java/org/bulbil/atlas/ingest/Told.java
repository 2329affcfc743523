package org.bulbil.atlas.ingest;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a source has told.
 *
 * @param published of what moment it is; empty where it was nothing new
 * @param counts of what, by a word for people such as {@code relays}, in the order in which they
 *     are shown
 * @param remarks what was left out and why, a sentence each; few
 */
public record Told(Optional<Instant> published, Map<String, Long> counts, List<String> remarks) {

  public Told {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    remarks = List.copyOf(remarks);
  }

  /** It answered, and has nothing new. */
  public static Told nothingNew() {
    return new Told(Optional.empty(), Map.of(), List.of());
  }
}
