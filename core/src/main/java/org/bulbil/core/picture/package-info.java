/**
 * Small pictures for pages that Tor Browser's safest setting shows: no SVG, no fonts, no
 * java.desktop. A {@link org.bulbil.core.picture.Picture} is pixels of few colours; {@link
 * org.bulbil.core.picture.Png} writes it down.
 */
@NullMarked
package org.bulbil.core.picture;

import org.jspecify.annotations.NullMarked;
