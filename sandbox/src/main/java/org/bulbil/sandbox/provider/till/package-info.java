/**
 * The provider's till, as a port: fresh Bitcoin addresses, and what has arrived at them. The chain
 * behind it is somebody else's.
 */
@NullMarked
package org.bulbil.sandbox.provider.till;

import org.jspecify.annotations.NullMarked;
