package org.bulbil.sandbox.chain.esplora;

import io.avaje.jsonb.Json;
import java.util.List;

/** The siblings of a transaction on its way to the merkle root, each in the order of display. */
@Json(naming = Json.Naming.LowerUnderscore)
record ProofMessage(int blockHeight, List<String> merkle, int pos) {}
