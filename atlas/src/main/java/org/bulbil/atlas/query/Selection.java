package org.bulbil.atlas.query;

import java.util.Arrays;
import java.util.List;
import org.bulbil.atlas.document.BridgeDetails;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;

/**
 * The answers to a query, in order, and how many were left out before and after them.
 *
 * @param snapshot that they are of
 * @param relayPositions in the snapshot's list of relays; not to be changed
 * @param bridgePositions in its list of bridges; not to be changed
 */
@SuppressWarnings(
    "ArrayRecordComponent") // thousands of numbers that only the protocol's writer reads
public record Selection(
    Snapshot snapshot,
    int[] relayPositions,
    int[] bridgePositions,
    int relaysSkipped,
    int relaysTruncated,
    int bridgesSkipped,
    int bridgesTruncated) {

  public List<Relay> relays() {
    return Arrays.stream(relayPositions).mapToObj(snapshot.relays()::get).toList();
  }

  public List<BridgeDetails> bridges() {
    return Arrays.stream(bridgePositions).mapToObj(snapshot.bridges()::get).toList();
  }

  /** Relays that match, on this page or not. */
  public int relaysMatching() {
    return relaysSkipped + relayPositions.length + relaysTruncated;
  }

  /** The page of {@code relays} and {@code bridges} that {@code query} wants. */
  static Selection page(Snapshot snapshot, int[] relays, int[] bridges, Query query) {
    int skipRelays = Math.min(query.offset(), relays.length);
    int skipBridges = Math.min(query.offset() - skipRelays, bridges.length);
    int limit = query.limit().orElse(Integer.MAX_VALUE);
    int takeRelays = Math.min(limit, relays.length - skipRelays);
    int takeBridges = Math.min(limit - takeRelays, bridges.length - skipBridges);
    return new Selection(
        snapshot,
        Arrays.copyOfRange(relays, skipRelays, skipRelays + takeRelays),
        Arrays.copyOfRange(bridges, skipBridges, skipBridges + takeBridges),
        skipRelays,
        relays.length - skipRelays - takeRelays,
        skipBridges,
        bridges.length - skipBridges - takeBridges);
  }
}
