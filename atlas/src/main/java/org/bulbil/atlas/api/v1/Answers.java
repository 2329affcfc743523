package org.bulbil.atlas.api.v1;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole answers of the protocol, one record each. */
final class Answers {

  private Answers() {}

  /**
   * A page of relays.
   *
   * @param matching relays, on this page or not
   * @param next path and query of the next page; null on the last
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Relays(DataMessage data, int matching, List<RelayMessage> relays, @Nullable String next) {}

  /** One relay and the newest gifts to its addresses. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record OneRelay(DataMessage data, RelayMessage relay, List<GiftMessage> gifts) {}

  /**
   * All who say that they are relays of ours.
   *
   * @param roots fingerprints of founders, and of relays whose parent is not on the map
   * @param absent parents that are named and not on the map: dead, or never alive
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Lineage(
      DataMessage data, List<LineageMessage> relays, List<String> roots, List<String> absent) {}

  /** The newest first. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Gifts(DataMessage data, List<GiftMessage> gifts) {}
}
