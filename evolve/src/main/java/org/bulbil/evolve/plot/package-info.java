/**
 * Plots as PNG, drawn by the JDK alone.
 *
 * <p>{@link org.bulbil.evolve.plot.Chart} is curves over axes, {@link
 * org.bulbil.evolve.plot.FamilyTree} a tree; both draw on a {@link org.bulbil.evolve.plot.Canvas}
 * in a light or a dark {@link org.bulbil.evolve.plot.Theme}. Letters come from a picture of our own
 * ({@link org.bulbil.evolve.plot.Lettering}), since the JDK's need fontconfig and an installed
 * font, which servers do not have.
 */
@NullMarked
package org.bulbil.evolve.plot;

import org.jspecify.annotations.NullMarked;
