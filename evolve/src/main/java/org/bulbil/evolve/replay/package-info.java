/**
 * One relay's life in a market, day by day. {@link org.bulbil.evolve.replay.Life} calls a {@link
 * org.bulbil.evolve.rule.Rule} with the same {@link org.bulbil.core.policy.Situation} that an agent
 * on a server would build, and carries out what it decides on a {@link
 * org.bulbil.evolve.replay.Relay}, to the satoshi and to the cent.
 */
@NullMarked
package org.bulbil.evolve.replay;

import org.jspecify.annotations.NullMarked;
