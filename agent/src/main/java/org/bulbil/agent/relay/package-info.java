/**
 * The Tor relay that an agent keeps: {@link org.bulbil.agent.relay.RelayKeeper} starts it, takes it
 * up again after a crash of its own, restarts it when it dies, and asks it how it is.
 */
@NullMarked
package org.bulbil.agent.relay;

import org.jspecify.annotations.NullMarked;
