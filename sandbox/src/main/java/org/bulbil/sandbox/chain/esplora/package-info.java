/** Over HTTP, as Esplora. */
@NullMarked
package org.bulbil.sandbox.chain.esplora;

import org.jspecify.annotations.NullMarked;
