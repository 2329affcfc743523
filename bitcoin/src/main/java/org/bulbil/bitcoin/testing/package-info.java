/**
 * A small regtest chain in memory, with real headers, proofs and script checks, for the tests of
 * this module and of those that use it. Not for production: whoever calls it decides what is true.
 */
@NullMarked
package org.bulbil.bitcoin.testing;

import org.jspecify.annotations.NullMarked;
