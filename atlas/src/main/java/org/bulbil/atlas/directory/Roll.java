package org.bulbil.atlas.directory;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.Consensus;
import org.bulbil.tor.directory.Flag;

/**
 * Who was in the network for as long as a consensus was fresh.
 *
 * @param from when it began to hold
 * @param to when the next was due
 */
record Roll(Instant from, Instant to, Map<Fingerprint, Presence> present) {

  /** How a relay stood in it. */
  record Presence(List<String> flags, long weight, Optional<Odds> odds) {

    boolean isRunning() {
      return flags.contains(Flag.RUNNING.word());
    }
  }

  static Roll of(Consensus consensus) {
    var odds = Odds.of(consensus);
    var present = HashMap.<Fingerprint, Presence>newHashMap(consensus.relays().size());
    for (var relay : consensus.relays()) {
      var flags = relay.flags().stream().map(Flag::word).sorted().toList();
      present.put(
          relay.fingerprint(),
          new Presence(
              flags,
              relay.weight().kilobytesPerSecond(),
              Optional.ofNullable(odds.get(relay.fingerprint()))));
    }
    return new Roll(consensus.validAfter(), consensus.freshUntil(), present);
  }

  Optional<Presence> find(Fingerprint relay) {
    return Optional.ofNullable(present.get(relay));
  }
}
