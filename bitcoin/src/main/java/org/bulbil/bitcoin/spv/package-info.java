/**
 * The chain of block headers that we checked ourselves, and merkle proofs against it: what turns a
 * server's word into money (simplified payment verification, section 8 of the Bitcoin paper).
 */
@NullMarked
package org.bulbil.bitcoin.spv;

import org.jspecify.annotations.NullMarked;
