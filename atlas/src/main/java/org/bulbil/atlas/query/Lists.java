package org.bulbil.atlas.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Who has a key: positions by country, by flag, by version.
 *
 * @param <K> of few different values
 */
final class Lists<K> {

  private final Map<K, int[]> byKey;

  private Lists(Map<K, int[]> byKey) {
    this.byKey = byKey;
  }

  static <K> Lists<K> of(List<Facets> nodes, Function<Facets, Collection<K>> keys) {
    var byKey = new HashMap<K, List<Integer>>();
    for (int node = 0; node < nodes.size(); node++) {
      for (var key : keys.apply(nodes.get(node))) {
        byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(node);
      }
    }
    var packed = HashMap.<K, int[]>newHashMap(byKey.size());
    byKey.forEach((key, list) -> packed.put(key, list.stream().mapToInt(i -> i).toArray()));
    return new Lists<>(packed);
  }

  BitSet having(K key) {
    var owners = new BitSet();
    addTo(owners, key);
    return owners;
  }

  /** Those whose key {@code wanted} accepts; each key is tried once. */
  BitSet where(Predicate<K> wanted) {
    var owners = new BitSet();
    byKey.keySet().stream().filter(wanted).forEach(key -> addTo(owners, key));
    return owners;
  }

  void addTo(BitSet owners, K key) {
    for (int owner : byKey.getOrDefault(key, new int[0])) {
      owners.set(owner);
    }
  }
}
