/**
 * A name whose addresses live in memory, and whose server fails on request, for the tests of
 * everything that keeps a name.
 */
@NullMarked
package org.bulbil.naming.testing;

import org.jspecify.annotations.NullMarked;
