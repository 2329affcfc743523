package org.bulbil.atlas.tip;

import java.util.List;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.history.Series;

/** What is known of the past of relays, such as a store's. */
@FunctionalInterface
public interface Histories {

  /** Nothing is known of anybody's. */
  Histories NONE = (_, _) -> List.of();

  /**
   * A relay's, none where nothing is known.
   *
   * @param node fingerprint of the relay
   */
  List<Series> of(String node, Chronicle chronicle);
}
