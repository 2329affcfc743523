/** Tests of the sandbox chain, from outside: through its node, and through its servers. */
@NullMarked
package org.bulbil.sandbox.chain;

import org.jspecify.annotations.NullMarked;
