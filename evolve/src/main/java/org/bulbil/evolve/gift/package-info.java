/**
 * How people give. {@link org.bulbil.evolve.gift.Scenario} says how much and how often; {@link
 * org.bulbil.evolve.gift.Gifts} are the gifts that a seed makes of it, the same for every policy.
 */
@NullMarked
package org.bulbil.evolve.gift;

import org.jspecify.annotations.NullMarked;
