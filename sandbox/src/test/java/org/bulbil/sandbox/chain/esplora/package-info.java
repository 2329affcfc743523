/** Tests of the Esplora server, over HTTP. */
@NullMarked
package org.bulbil.sandbox.chain.esplora;

import org.jspecify.annotations.NullMarked;
