/** Over TCP, as Electrum. */
@NullMarked
package org.bulbil.sandbox.chain.electrum;

import org.jspecify.annotations.NullMarked;
