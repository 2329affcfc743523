package org.bulbil.atlas.network;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.atlas.document.BridgeDetails;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.tor.Fingerprint;

/** Everything that the map knows at one moment; immutable. */
public final class Snapshot {

  private final long number;
  private final Instant relaysPublished;
  private final Instant bridgesPublished;
  private final List<Relay> relays;
  private final List<BridgeDetails> bridges;
  private final Map<Fingerprint, Relay> byFingerprint;
  private final Map<BitcoinAddress, Purse> purses;
  private final List<SourceHealth> sources;

  /**
   * @param number grows with each update of the store
   * @param relaysPublished of what consensus the relays are; the epoch where there is none
   * @param relays in order of their fingerprints, each once
   * @param bridges in order of their hashed fingerprints, each once
   */
  public Snapshot(
      long number,
      Instant relaysPublished,
      Instant bridgesPublished,
      List<Relay> relays,
      List<BridgeDetails> bridges,
      Map<BitcoinAddress, Purse> purses,
      List<SourceHealth> sources) {
    this.number = number;
    this.relaysPublished = relaysPublished;
    this.bridgesPublished = bridgesPublished;
    this.relays = List.copyOf(relays);
    this.bridges = List.copyOf(bridges);
    this.purses = Map.copyOf(purses);
    this.sources = List.copyOf(sources);
    var index = HashMap.<Fingerprint, Relay>newHashMap(relays.size());
    relays.forEach(relay -> index.put(relay.fingerprint(), relay));
    this.byFingerprint = Collections.unmodifiableMap(index);
  }

  /** Of a map that has heard nothing yet. */
  public static Snapshot empty() {
    return new Snapshot(0, Instant.EPOCH, Instant.EPOCH, List.of(), List.of(), Map.of(), List.of());
  }

  public long number() {
    return number;
  }

  public Instant relaysPublished() {
    return relaysPublished;
  }

  public Instant bridgesPublished() {
    return bridgesPublished;
  }

  public List<Relay> relays() {
    return relays;
  }

  public List<BridgeDetails> bridges() {
    return bridges;
  }

  public Optional<Relay> relay(Fingerprint fingerprint) {
    return Optional.ofNullable(byFingerprint.get(fingerprint));
  }

  /** Empty where the chain was not asked. */
  public Optional<Purse> purse(BitcoinAddress address) {
    return Optional.ofNullable(purses.get(address));
  }

  public List<SourceHealth> sources() {
    return sources;
  }

  /** The same network, with other news of its sources. */
  public Snapshot withSources(List<SourceHealth> others) {
    return new Snapshot(number, relaysPublished, bridgesPublished, relays, bridges, purses, others);
  }
}
