/**
 * Buying a server, once: {@link org.bulbil.agent.server.Ordering} launches it, and looks it up by
 * its unique hostname where an answer was lost. Parents and launchers share it; what they keep of a
 * server to be bought is a {@link org.bulbil.agent.server.Buyer}.
 */
@NullMarked
package org.bulbil.agent.server;

import org.jspecify.annotations.NullMarked;
