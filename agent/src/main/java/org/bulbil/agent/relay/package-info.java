/**
 * A Tor relay as an agent's workload. {@link org.bulbil.agent.relay.RelayWorkload} is what the
 * agent sees; {@link org.bulbil.agent.relay.RelayKeeper} starts tor, takes it up again after a
 * crash of its own, restarts it when it dies, and asks it how it is.
 */
@NullMarked
package org.bulbil.agent.relay;

import org.jspecify.annotations.NullMarked;
