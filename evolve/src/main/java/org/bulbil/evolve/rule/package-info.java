/** Ways to decide: ours, and those of the rivals that it is measured against. */
@NullMarked
package org.bulbil.evolve.rule;

import org.jspecify.annotations.NullMarked;
