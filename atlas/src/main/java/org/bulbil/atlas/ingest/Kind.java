package org.bulbil.atlas.ingest;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bulbil.atlas.history.Chronicle;

/** What a document of Onionoo's protocol tells of each relay and bridge. */
enum Kind {
  SUMMARY,
  DETAILS,
  BANDWIDTH,
  WEIGHTS,
  UPTIME,
  CLIENTS;

  /** Details of ten thousand relays with their families are 67 MB. */
  private static final long NETWORK_BYTES_MAX = 100_000_000;

  /** Histories of them with ten flags each are some 250 MB. */
  static final long HISTORIES_BYTES_MAX = 400_000_000;

  /** Where it holds histories, which ones. */
  Optional<Chronicle> chronicle() {
    return switch (this) {
      case SUMMARY, DETAILS -> Optional.empty();
      case BANDWIDTH -> Optional.of(Chronicle.BANDWIDTH);
      case WEIGHTS -> Optional.of(Chronicle.WEIGHTS);
      case UPTIME -> Optional.of(Chronicle.UPTIME);
      case CLIENTS -> Optional.of(Chronicle.CLIENTS);
    };
  }

  /** Fields of which every relay or bridge in it has at least one. */
  private Set<String> signs() {
    return switch (this) {
      case SUMMARY -> Set.of("n", "h");
      case DETAILS -> Set.of("nickname", "or_addresses");
      case BANDWIDTH -> Set.of("read_history", "write_history");
      case WEIGHTS ->
          Set.of(
              "consensus_weight_fraction",
              "guard_probability",
              "middle_probability",
              "exit_probability");
      case UPTIME -> Set.of("uptime");
      case CLIENTS -> Set.of("average_clients");
    };
  }

  /** Of a document, unpacked: half as much again as the largest that were seen. */
  long bytesMax() {
    return chronicle().isPresent() ? HISTORIES_BYTES_MAX : NETWORK_BYTES_MAX;
  }

  /** The one whose name {@code file} contains; empty where that is none, or several. */
  static Optional<Kind> named(String file) {
    var lower = file.toLowerCase(Locale.ROOT);
    var named = Arrays.stream(values()).filter(kind -> lower.contains(kind.toString())).toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /** The first one that a relay or bridge with these fields can be of. */
  static Optional<Kind> with(List<String> fields) {
    return Arrays.stream(values()).filter(kind -> kind.isIn(fields)).findFirst();
  }

  boolean isIn(List<String> fields) {
    return !Collections.disjoint(signs(), fields);
  }

  /** Its path in the protocol: {@code details}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
