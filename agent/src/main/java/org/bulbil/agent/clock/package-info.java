/**
 * The agent's own clock: {@link org.bulbil.agent.clock.Timekeeper} hears the provider, the newest
 * block and the Tor directory, and keeps a {@link org.bulbil.core.time.SteadyTime} honest, by which
 * everything else goes.
 */
@NullMarked
package org.bulbil.agent.clock;

import org.jspecify.annotations.NullMarked;
