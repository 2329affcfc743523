package org.bulbil.atlas.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.history.Series;
import org.bulbil.atlas.network.Gift;
import org.bulbil.atlas.network.Snapshot;

/**
 * Where the map is kept. One writes at a time, in whole updates; any number read, here and in other
 * processes, and see each update entirely or not at all.
 *
 * <p>A broken disk or a lost database is a {@link StoreException}.
 */
public interface Store extends AutoCloseable {

  /** A parameter for each is sent to the database. */
  int BATCH_MAX = 500;

  /** The number of the newest update; cheap to ask. 0 where there was none. */
  long newest();

  /** Reads everything, in seconds; readers keep it until {@link #newest} has grown. */
  Snapshot snapshot();

  /**
   * A relay's, or a bridge's, histories.
   *
   * @param node fingerprint of a relay, hashed fingerprint of a bridge: 40 upper-case digits
   */
  List<Series> histories(String node, Chronicle chronicle);

  /**
   * The same as the JSON object of Onionoo's protocol, UTF-8, ready to be sent.
   *
   * @return empty where nothing is known
   */
  Optional<byte[]> document(String node, Chronicle chronicle);

  /**
   * The same of many nodes, by node; those of which nothing is known are left out.
   *
   * @param nodes at most {@value #BATCH_MAX}
   */
  Map<String, byte[]> documents(Collection<String> nodes, Chronicle chronicle);

  /** The newest gifts to all addresses, or to one. */
  List<Gift> gifts(Optional<String> address, int count);

  /**
   * What a source has left for itself by {@link Update#remember}; empty where there is nothing.
   *
   * @param key as it was left
   */
  Optional<byte[]> memory(String key);

  /** Begins an update; nothing of it is seen before {@link Update#publish}. */
  Update update();

  @Override
  void close();
}
