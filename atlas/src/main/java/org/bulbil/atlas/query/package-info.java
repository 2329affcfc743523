/**
 * Asking the map: Onionoo's parameters as a checked {@link org.bulbil.atlas.query.Query}, and an
 * {@link org.bulbil.atlas.query.Index} that answers it from memory.
 *
 * <p>A {@code Query} is a list of {@link org.bulbil.atlas.query.Criterion}s, an order and a page.
 * An {@code Index} is built once per snapshot; it holds relays and bridges apart, each as sorted
 * arrays, lists by key and joined texts, and turns each criterion into a set of positions. There is
 * no HTTP in here: the protocol's server and the list page ask the same questions.
 */
@NullMarked
package org.bulbil.atlas.query;

import org.jspecify.annotations.NullMarked;
