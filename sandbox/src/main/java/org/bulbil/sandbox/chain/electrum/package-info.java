/**
 * The chain over the Electrum protocol, version 1.4: JSON-RPC, a line each, over plain TCP.
 *
 * <p>{@link org.bulbil.sandbox.chain.electrum.ElectrumServer} accepts clients, a {@code Session}
 * reads and writes one client's lines, {@code Methods} answers, and {@code Subscriptions} remembers
 * what a client wants to be told without asking. Script hashes are reversed here, unlike in
 * Esplora.
 */
@NullMarked
package org.bulbil.sandbox.chain.electrum;

import org.jspecify.annotations.NullMarked;
