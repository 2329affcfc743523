package org.bulbil.atlas.ingest;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relay or bridge of a summary document.
 *
 * @param n nickname
 * @param f a relay's fingerprint
 * @param h a bridge's hashed fingerprint
 * @param a addresses without ports
 * @param r whether it runs
 */
@Json
record SummaryMessage(
    @Nullable String n,
    @Nullable String f,
    @Nullable String h,
    @Nullable List<String> a,
    boolean r) {}
