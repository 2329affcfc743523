package org.bulbil.atlas.testing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.history.Series;
import org.bulbil.atlas.network.Gift;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.store.Update;

/** A store of what a test puts into it; it takes no updates. */
public final class MemoryStore implements Store {

  private final Snapshot snapshot;
  private final Map<String, byte[]> documents = new HashMap<>();
  private final List<Gift> gifts;

  public MemoryStore(Snapshot snapshot, List<Gift> gifts) {
    this.snapshot = snapshot;
    this.gifts = gifts;
  }

  public MemoryStore with(String node, Chronicle chronicle, byte[] document) {
    documents.put(node + chronicle, document);
    return this;
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
    return List.of();
  }

  @Override
  public Optional<byte[]> document(String node, Chronicle chronicle) {
    return Optional.ofNullable(documents.get(node + chronicle));
  }

  @Override
  public Map<String, byte[]> documents(Collection<String> nodes, Chronicle chronicle) {
    var found = new HashMap<String, byte[]>();
    nodes.forEach(node -> document(node, chronicle).ifPresent(bytes -> found.put(node, bytes)));
    return found;
  }

  @Override
  public List<Gift> gifts(Optional<String> address, int count) {
    return gifts.stream()
        .filter(gift -> address.map(gift.address().text()::equals).orElse(true))
        .limit(count)
        .toList();
  }

  @Override
  public Optional<byte[]> memory(String key) {
    return Optional.empty();
  }

  @Override
  public Update update() {
    throw new UnsupportedOperationException("nothing is written here");
  }

  @Override
  public void close() {}
}
