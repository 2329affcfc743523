package org.bulbil.atlas.api.v1;

import io.avaje.jsonb.Json;
import org.bulbil.atlas.network.Gift;
import org.jspecify.annotations.Nullable;

/**
 * One payment to a published address.
 *
 * @param amount in satoshis
 * @param height of its block; null while it has none
 * @param when its block's time, or when it was first seen; ISO 8601
 */
@Json(naming = Json.Naming.LowerUnderscore)
record GiftMessage(
    String address, String txid, long amount, @Nullable Integer height, String when) {

  static GiftMessage of(Gift gift) {
    return new GiftMessage(
        gift.address().text(),
        gift.txid(),
        gift.amount().value(),
        gift.height().isPresent() ? gift.height().getAsInt() : null,
        gift.when().toString());
  }
}
