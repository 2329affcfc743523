package org.bulbil.atlas.api.onionoo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.store.Store;

/** Documents of histories of many nodes, fetched from the store some at a time, in one order. */
final class Histories {

  private final Store store;
  private final Chronicle chronicle;
  private final List<String> nodes;
  private int fetched;
  private int given;
  private Map<String, byte[]> batch = Map.of();

  /**
   * @param nodes in the order in which they will be asked for
   */
  Histories(Store store, Chronicle chronicle, List<String> nodes) {
    this.store = store;
    this.chronicle = chronicle;
    this.nodes = nodes;
  }

  /** The document of the next node; one without histories is named all the same. */
  byte[] next() {
    if (given == fetched) {
      int end = Math.min(fetched + Store.BATCH_MAX, nodes.size());
      batch = store.documents(nodes.subList(fetched, end), chronicle);
      fetched = end;
    }
    var node = nodes.get(given++);
    var document = batch.get(node);
    return document != null
        ? document
        : ("{\"fingerprint\":\"" + node + "\"}").getBytes(StandardCharsets.US_ASCII);
  }
}
