package org.bulbil.tor.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;

/**
 * What the directory authorities agreed on in one vote. Its signatures are not checked here: it
 * comes from our own tor, which has checked them, or from an authority of a sandbox.
 *
 * @param validAfter when it began to hold
 * @param freshUntil when the next is due
 * @param validUntil when it must no longer be used
 * @param serverVersions of tor that relays should run, as written; empty where it does not say
 * @param relays in order of their fingerprints
 * @param positionWeights by name (Wgg, Wgm, …), in ten-thousandths; empty where it has none
 * @param skipped entries that made no sense
 */
public record Consensus(
    Instant validAfter,
    Instant freshUntil,
    Instant validUntil,
    List<String> serverVersions,
    List<RouterStatus> relays,
    Map<String, Integer> positionWeights,
    List<Skipped> skipped) {

  public Consensus {
    serverVersions = List.copyOf(serverVersions);
    relays = List.copyOf(relays);
    positionWeights = Map.copyOf(positionWeights);
    skipped = List.copyOf(skipped);
  }

  /**
   * Reads a consensus of flavour ns. Unknown where it is none, or cut off; a bad entry is only
   * skipped.
   *
   * @param text Latin-1
   */
  public static Outcome<Consensus> parse(String text) {
    return ConsensusReader.read(text);
  }

  public Optional<RouterStatus> find(Fingerprint fingerprint) {
    return relays.stream().filter(relay -> relay.fingerprint().equals(fingerprint)).findFirst();
  }

  /** All relays of that name: nothing makes a nickname unique. */
  public List<RouterStatus> named(Nickname nickname) {
    return relays.stream().filter(relay -> relay.nickname().equals(nickname)).toList();
  }

  public List<RouterStatus> running() {
    return relays.stream().filter(relay -> relay.has(Flag.RUNNING)).toList();
  }
}
