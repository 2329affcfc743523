/**
 * A provider that lives in memory and misbehaves on request, for the tests of everything that rents
 * servers.
 */
@NullMarked
package org.bulbil.hosting.testing;

import org.jspecify.annotations.NullMarked;
