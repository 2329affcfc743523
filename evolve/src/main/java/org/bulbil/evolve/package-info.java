/**
 * The same judgement that runs on servers, over years. Everything here is a pure function of its
 * seed.
 */
@NullMarked
package org.bulbil.evolve;

import org.jspecify.annotations.NullMarked;
