/**
 * Whether money survives: the production agent in a simulated world that does everything to it that
 * a world does.
 *
 * <p>A {@link org.bulbil.agent.survive.Life} is one seed: relays, one after the other, in a {@link
 * org.bulbil.agent.survive.World} of simulated time, chain, provider, disk and donors. The seed
 * also draws which {@link org.bulbil.agent.survive.Fault faults} there are and how often ({@link
 * org.bulbil.agent.survive.Swarm}), so that each life is troubled in its own way. After every
 * heartbeat {@link org.bulbil.agent.survive.Invariants} compare the agent with the truth, which is
 * the chain and the provider's book and no word of the agent's. A {@link
 * org.bulbil.agent.survive.Sabotage} takes one protection away, to show that its loss is found.
 *
 * <p>{@code bench/survive} runs many lives; the same seed runs the same life.
 */
@NullMarked
package org.bulbil.agent.survive;

import org.jspecify.annotations.NullMarked;
