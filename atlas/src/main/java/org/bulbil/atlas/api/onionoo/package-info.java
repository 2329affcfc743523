/**
 * Onionoo's protocol 8.0, so that its clients work unchanged.
 *
 * <p>A {@link org.bulbil.atlas.api.onionoo.Library} holds what can be written beforehand: one
 * {@link org.bulbil.atlas.api.onionoo.Fragment} of JSON for each relay, with the places of its
 * fields, and families once for all who are in them. An answer is an {@link
 * org.bulbil.atlas.api.onionoo.Envelope} around the fragments that a query selects.
 */
@NullMarked
package org.bulbil.atlas.api.onionoo;

import org.jspecify.annotations.NullMarked;
