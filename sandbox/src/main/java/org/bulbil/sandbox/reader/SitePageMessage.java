package org.bulbil.sandbox.reader;

import io.avaje.jsonb.Json;

/**
 * What a donor reads of {@code /.well-known/bulbil.json} at a server of a site; there is more in
 * it.
 *
 * @param fingerprint 40 hexadecimal digits in capitals
 * @param address where gifts go
 */
@Json(naming = Json.Naming.LowerUnderscore)
record SitePageMessage(String hostname, String fingerprint, String address) {}
