/**
 * What we ask of servers that know the chain: the port {@link
 * org.bulbil.bitcoin.chain.ChainSource}, and {@link org.bulbil.bitcoin.chain.Upstreams}, which asks
 * several and listens only to what they agree on. Nothing said here is believed: rooms further in
 * check it against work and proofs.
 */
@NullMarked
package org.bulbil.bitcoin.chain;

import org.jspecify.annotations.NullMarked;
