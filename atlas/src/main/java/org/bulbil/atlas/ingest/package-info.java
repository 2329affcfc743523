/**
 * What is heard and from whom. A {@link org.bulbil.atlas.ingest.Source} asks one other side and
 * writes what is new into the store; the rounds go to each again and again, and remember how each
 * does.
 */
@NullMarked
package org.bulbil.atlas.ingest;

import org.jspecify.annotations.NullMarked;
