/**
 * What is asked by HTTP and what is answered, without a server in it: an {@link
 * org.bulbil.atlas.web.Ask} goes from {@link org.bulbil.atlas.web.Room} to room until one has an
 * {@link org.bulbil.atlas.web.Answer}.
 */
@NullMarked
package org.bulbil.atlas.web;

import org.jspecify.annotations.NullMarked;
