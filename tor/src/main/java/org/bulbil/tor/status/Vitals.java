package org.bulbil.tor.status;

import java.time.Duration;
import org.bulbil.tor.Fingerprint;

/**
 * How a running relay is.
 *
 * @param fingerprint its own
 * @param bytesRead since it started, of all its connections
 * @param bytesWritten the same, outgoing
 * @param uptime since it started
 * @param circuits whether it has built a circuit of its own, and so has a working network
 * @param version as tor says it
 * @param standing what the authorities think of that version
 */
public record Vitals(
    Fingerprint fingerprint,
    long bytesRead,
    long bytesWritten,
    Duration uptime,
    boolean circuits,
    String version,
    Standing standing) {

  /** The authorities' opinion of a version of tor (control-spec, status/version/current). */
  public enum Standing {
    RECOMMENDED,
    /** Newer than what they recommend, or older but still good enough. */
    TOLERATED,
    /** They say that it is not to be used any more. */
    UNRECOMMENDED,
    /** Nothing is known, for instance before the first consensus. */
    UNKNOWN;

    static Standing of(String word) {
      return switch (word) {
        case "recommended" -> RECOMMENDED;
        case "new", "new in series", "old" -> TOLERATED;
        case "obsolete", "unrecommended" -> UNRECOMMENDED;
        default -> UNKNOWN;
      };
    }
  }
}
