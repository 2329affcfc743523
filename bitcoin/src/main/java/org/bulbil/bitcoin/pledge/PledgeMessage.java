package org.bulbil.bitcoin.pledge;

import io.avaje.jsonb.Json;
import java.util.List;

/** A pledge as a file. Bytes are hexadecimal digits. */
@Json(naming = Json.Naming.LowerUnderscore)
record PledgeMessage(
    String format,
    String campaign,
    String coin,
    long sat,
    String script,
    String scriptSig,
    List<String> witness) {

  static final String FORMAT = "bulbil pledge 1";
}
