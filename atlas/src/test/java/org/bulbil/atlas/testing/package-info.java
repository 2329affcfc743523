/** What tests of the map share: real data, small worlds. */
@NullMarked
package org.bulbil.atlas.testing;

import org.jspecify.annotations.NullMarked;
