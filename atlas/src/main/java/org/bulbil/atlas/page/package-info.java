/**
 * The pages, written on the server and complete without JavaScript and SVG.
 *
 * <p>{@link org.bulbil.atlas.page.PageRoom} reads what is asked; {@link
 * org.bulbil.atlas.page.Pages} makes the page of a {@link org.bulbil.atlas.page.Place} from the
 * newest snapshot, as records of words that templates (src/main/jte) write down. Links are made by
 * {@link org.bulbil.atlas.page.Links}, so that the same pages work on a server and as files. What
 * strangers wrote is made visible by {@link org.bulbil.atlas.page.Shown} and escaped by the
 * templates.
 */
@NullMarked
package org.bulbil.atlas.page;

import org.jspecify.annotations.NullMarked;
