package org.bulbil.atlas.watch;

import java.net.URI;
import java.time.Instant;
import org.bulbil.core.contact.WalletProof;
import org.bulbil.core.outcome.Outcome;

/**
 * What a relay's server answered in one visit; every word of it is only the server's own.
 *
 * @param page its root
 * @param when it was read
 * @param document its short form, from an address that programs know beforehand
 * @param decisions newest first
 */
record Reading(
    URI page,
    Instant when,
    StatusMessage status,
    Outcome<StatusMessage.WellKnown> document,
    Outcome<StatusMessage.Journal> decisions,
    Outcome<WalletProof> proof) {}
