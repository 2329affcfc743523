package org.bulbil.evolve.report;

import java.util.function.Function;
import org.bulbil.evolve.plot.Theme;

/**
 * A plot with everything that stands around it.
 *
 * @param name for files: lower case, without spaces
 * @param title above it
 * @param inWords what it shows, for who does not see it
 * @param note how to read it
 * @param picture the PNG in a theme
 * @param table the numbers behind it
 */
public record Figure(
    String name,
    String title,
    String inWords,
    String note,
    Function<Theme, byte[]> picture,
    DataTable table) {}
