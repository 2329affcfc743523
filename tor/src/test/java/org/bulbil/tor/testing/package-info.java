/** Relays that exist on paper only, for tests here and in other modules. */
@NullMarked
package org.bulbil.tor.testing;

import org.jspecify.annotations.NullMarked;
