package org.bulbil.atlas.query;

import java.time.Instant;
import java.util.List;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.network.Descent;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.query.Criterion.Kind;

/** A snapshot that can be asked; built once for each, in a second or less. */
public final class Index {

  private final Snapshot snapshot;
  private final Nodes relays;
  private final Nodes bridges;
  private final Descent descent;

  public Index(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.relays =
        new Nodes(
            Kind.RELAY,
            snapshot.relays().stream().map(relay -> Facets.of(relay.details())).toList());
    this.bridges = new Nodes(Kind.BRIDGE, snapshot.bridges().stream().map(Facets::of).toList());
    this.descent = new Descent(snapshot);
  }

  private Index(Snapshot snapshot, Index former) {
    this.snapshot = snapshot;
    this.relays = former.relays;
    this.bridges = former.bridges;
    this.descent = former.descent;
  }

  /** Of a newer snapshot; at once where it holds the same relays and bridges. */
  Index renewed(Snapshot newer) {
    boolean isSame =
        newer.relays().equals(snapshot.relays()) && newer.bridges().equals(snapshot.bridges());
    return isSame ? new Index(newer, this) : new Index(newer);
  }

  /** Whether the other differs in nothing but purses and how sources do. */
  public boolean isOfSameNodes(Index other) {
    return relays == other.relays
        && snapshot.relaysPublished().equals(other.snapshot.relaysPublished());
  }

  /** Who descends from whom. */
  public Descent descent() {
    return descent;
  }

  /** Where it listens and where its traffic leaves, without ports: what a search looks at. */
  public static List<String> addresses(RelayDetails relay) {
    return Facets.addresses(relay);
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  /**
   * The answers to {@code query}.
   *
   * @param now that days since something was seen are counted from
   */
  public Selection select(Query query, Instant now) {
    return Selection.page(
        snapshot,
        relays.select(query, now, snapshot.relaysPublished()),
        bridges.select(query, now, snapshot.bridgesPublished()),
        query);
  }
}
