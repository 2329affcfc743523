package org.bulbil.sandbox.chain.esplora;

import io.avaje.jsonb.Json;
import java.util.Optional;

/** Whether a block is on the best chain, and what follows it. */
@Json(naming = Json.Naming.LowerUnderscore)
record BlockStatusMessage(
    boolean inBestChain, Optional<Integer> height, Optional<String> nextBest) {}
