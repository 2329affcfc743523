package org.bulbil.atlas.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bulbil.atlas.document.BridgeDetails;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.history.HistoryDocument;
import org.bulbil.atlas.history.Series;
import org.bulbil.atlas.network.Gift;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.Purse;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.network.SourceHealth;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.tor.Fingerprint;

/**
 * A map that is read once, looked at and forgotten: nothing of it is on disk. It keeps relays, what
 * their own pages say, and histories of those with an address; of bridges, coins and gifts nothing.
 *
 * <p>For one thread; an update is seen when it is published, and one that is not is forgotten.
 */
public final class VolatileStore implements Store {

  private final Contacts contacts;
  private final Set<Chronicle> kept;
  private final Map<Chronicle, Map<String, byte[]>> documents = new HashMap<>();
  private Map<Fingerprint, OwnPage> pages = Map.of();
  private Snapshot snapshot = Snapshot.empty();

  /**
   * An empty map.
   *
   * @param chain whose addresses are looked for in contact lines
   * @param kept which histories are kept
   */
  public VolatileStore(Chain chain, Set<Chronicle> kept) {
    this.contacts = new Contacts(chain);
    this.kept = Set.copyOf(kept);
  }

  @Override
  public long newest() {
    return snapshot.number();
  }

  @Override
  public Snapshot snapshot() {
    return snapshot;
  }

  @Override
  public List<Series> histories(String node, Chronicle chronicle) {
    return document(node, chronicle).map(HistoryDocument::series).orElse(List.of());
  }

  @Override
  public Optional<byte[]> document(String node, Chronicle chronicle) {
    return Optional.ofNullable(of(chronicle).get(node));
  }

  @Override
  public Map<String, byte[]> documents(Collection<String> nodes, Chronicle chronicle) {
    return nodes.stream()
        .filter(node -> document(node, chronicle).isPresent())
        .collect(Collectors.toMap(node -> node, node -> document(node, chronicle).orElseThrow()));
  }

  @Override
  public List<Gift> gifts(Optional<String> address, int count) {
    return List.of();
  }

  @Override
  public Optional<byte[]> memory(String key) {
    return Optional.empty();
  }

  @Override
  public Update update() {
    return new Change();
  }

  @Override
  public void close() {}

  private Relay relay(RelayDetails details) {
    var fingerprint = new Fingerprint(details.fingerprint());
    var said = contacts.read(details.contact());
    var page = Optional.ofNullable(pages.get(fingerprint));
    return new Relay(fingerprint, details, said.addresses(), said.heritage(), page);
  }

  private Map<String, byte[]> of(Chronicle chronicle) {
    return documents.computeIfAbsent(chronicle, _ -> new HashMap<>());
  }

  private boolean hasAddress(String node) {
    return snapshot
        .relay(new Fingerprint(node))
        .filter(relay -> !relay.addresses().isEmpty())
        .isPresent();
  }

  /** What is published together. */
  private final class Change implements Update {

    private final List<Runnable> steps = new ArrayList<>();

    @Override
    public void relays(Instant published, Collection<RelayDetails> relays) {
      steps.add(() -> show(published, relays));
    }

    @Override
    public void bridges(Instant published, Collection<BridgeDetails> bridges) {}

    @Override
    public void document(String node, Chronicle chronicle, byte[] document) {
      if (kept.contains(chronicle) && hasAddress(node)) {
        steps.add(() -> of(chronicle).put(node, document));
      }
    }

    @Override
    public void pages(Map<Fingerprint, OwnPage> told) {
      steps.add(
          () -> {
            pages = Map.copyOf(told);
            show(
                snapshot.relaysPublished(),
                snapshot.relays().stream().map(Relay::details).toList());
          });
    }

    @Override
    public void purses(Map<BitcoinAddress, Purse> purses) {}

    @Override
    public void gifts(Collection<Gift> gifts) {}

    @Override
    public void withoutGifts(Collection<Gift> gone) {}

    @Override
    public void remember(String key, byte[] value) {}

    @Override
    public void health(SourceHealth health) {}

    @Override
    public void publish() {
      steps.forEach(Runnable::run);
      steps.clear();
    }

    @Override
    public void close() {
      steps.clear();
    }

    private void show(Instant published, Collection<RelayDetails> relays) {
      snapshot =
          new Snapshot(
              snapshot.number() + 1,
              published,
              published,
              relays.stream()
                  .map(VolatileStore.this::relay)
                  .sorted(Comparator.comparing(Relay::fingerprint))
                  .toList(),
              List.of(),
              Map.of(),
              List.of());
    }
  }
}
