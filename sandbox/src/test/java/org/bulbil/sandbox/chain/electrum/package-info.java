/** Tests of the Electrum server, over TCP. */
@NullMarked
package org.bulbil.sandbox.chain.electrum;

import org.jspecify.annotations.NullMarked;
