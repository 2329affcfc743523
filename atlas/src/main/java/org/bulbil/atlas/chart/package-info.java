/**
 * Histories as pictures and bars, for pages without JavaScript and SVG: {@link
 * org.bulbil.atlas.chart.Chart} draws a PNG, {@link org.bulbil.atlas.chart.Strip} and {@link
 * org.bulbil.atlas.chart.Sparkline} say what bars a style sheet shows, {@link
 * org.bulbil.atlas.chart.Summary} says the same in numbers. Letters stand beside a picture, never
 * in it, so no font is needed.
 */
@NullMarked
package org.bulbil.atlas.chart;

import org.jspecify.annotations.NullMarked;
