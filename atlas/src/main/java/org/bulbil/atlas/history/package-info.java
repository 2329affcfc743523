/** Histories as Onionoo draws them: a few hundred small whole numbers and a factor. */
@NullMarked
package org.bulbil.atlas.history;

import org.jspecify.annotations.NullMarked;
