/**
 * What an ensemble found, for people and for other programs.
 *
 * <p>{@link org.bulbil.evolve.report.Results} gathers the rounds, {@link
 * org.bulbil.evolve.report.Summary} is one entrant in a few numbers, {@link
 * org.bulbil.evolve.report.Figures} the plots with their tables, {@link
 * org.bulbil.evolve.report.HtmlReport} the page, and {@link org.bulbil.evolve.report.CsvFolder} the
 * files.
 */
@NullMarked
package org.bulbil.evolve.report;

import org.jspecify.annotations.NullMarked;
