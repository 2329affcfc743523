package org.bulbil.bitcoin.pledge;

import io.avaje.jsonb.Json;

/** A campaign as a file. */
@Json(naming = Json.Naming.LowerUnderscore)
record CampaignMessage(
    String format,
    String id,
    String title,
    String network,
    String address,
    long goalSat,
    String expires) {

  static final String FORMAT = "bulbil campaign 1";
}
