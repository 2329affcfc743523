/** What the provider offers: flavors (plans), regions, operating systems, each of one backend. */
@NullMarked
package org.bulbil.sandbox.provider.catalogue;

import org.jspecify.annotations.NullMarked;
