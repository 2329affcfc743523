/**
 * The read-only status page: what anybody may know of a relay, as HTML that works without
 * JavaScript and as JSON. {@link org.bulbil.agent.status.Status} is the whole of it, made once a
 * heartbeat; {@link org.bulbil.agent.status.StatusServer} shows the newest.
 */
@NullMarked
package org.bulbil.agent.status;

import org.jspecify.annotations.NullMarked;
