package org.bulbil.sandbox.chain.esplora;

import io.avaje.jsonb.Json;
import java.util.Optional;

/** An address, or a script hash, with what it has seen. */
@Json(naming = Json.Naming.LowerUnderscore)
record ScriptMessage(
    Optional<String> address,
    Optional<String> scripthash,
    TurnoverMessage chainStats,
    TurnoverMessage mempoolStats) {}
