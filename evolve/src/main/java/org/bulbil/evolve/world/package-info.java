/**
 * A whole population of relays over years, each deciding by the code that runs on servers.
 *
 * <p>{@link org.bulbil.evolve.world.Scenario} says what a world is like; {@link
 * org.bulbil.evolve.world.World} runs it, a day at a time: conditions, gifts, relays, births. What
 * relays are stands in the arrays of {@code Population}, their coins behind {@code Wallets}; the
 * only place that talks to the policy is {@code Counsel}, and {@code Due} says which relays need to
 * be asked today. {@link org.bulbil.evolve.world.Chronicle} keeps what happened. All chance is
 * keyed, and sums are of whole numbers, so that a world is the same for any number of threads.
 */
@NullMarked
package org.bulbil.evolve.world;

import org.jspecify.annotations.NullMarked;
