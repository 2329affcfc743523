package org.bulbil.atlas.api.onionoo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.query.Criterion;
import org.bulbil.atlas.query.Criterion.Kind;

/** The documents that can be asked for, by their path. */
enum DocumentType {
  SUMMARY,
  DETAILS,
  BANDWIDTH,
  WEIGHTS,
  CLIENTS,
  UPTIME;

  private static final String PREFIX = "/onionoo/";

  /** What a path begins with decides: {@code /summary.json} is a summary. */
  static Optional<DocumentType> of(String path) {
    var bare = path.startsWith(PREFIX) ? path.substring(PREFIX.length() - 1) : path;
    return Arrays.stream(values()).filter(type -> bare.startsWith(type.path())).findFirst();
  }

  /** Whether somebody means the protocol and misspells it. */
  static boolean isMeantBy(String path) {
    var lower = path.toLowerCase(Locale.ROOT);
    return lower.startsWith(PREFIX) || of(lower).isPresent();
  }

  String path() {
    return "/" + name().toLowerCase(Locale.ROOT);
  }

  /** The histories that it is made of. */
  Optional<Chronicle> chronicle() {
    return switch (this) {
      case SUMMARY, DETAILS -> Optional.empty();
      case BANDWIDTH -> Optional.of(Chronicle.BANDWIDTH);
      case WEIGHTS -> Optional.of(Chronicle.WEIGHTS);
      case CLIENTS -> Optional.of(Chronicle.CLIENTS);
      case UPTIME -> Optional.of(Chronicle.UPTIME);
    };
  }

  /** Relays have no clients that anybody counts, bridges no weights. */
  Optional<Criterion> only() {
    return switch (this) {
      case WEIGHTS -> Optional.of(new Criterion.OfKind(Kind.RELAY));
      case CLIENTS -> Optional.of(new Criterion.OfKind(Kind.BRIDGE));
      case SUMMARY, DETAILS, BANDWIDTH, UPTIME -> Optional.empty();
    };
  }
}
