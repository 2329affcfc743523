package org.bulbil.agent.bequest;

import java.util.Optional;
import org.bulbil.tor.Fingerprint;

/**
 * A running relay of the own family, by its own signed words.
 *
 * @param parent who planted it; empty for a founder
 * @param address of its server
 * @param wallet the bitcoin address that it publishes
 * @param onionKey its ntor onion key, base64
 */
public record Kin(
    Fingerprint fingerprint,
    Optional<Fingerprint> parent,
    String address,
    Optional<String> wallet,
    String onionKey) {}
