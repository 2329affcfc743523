/**
 * What a running relay knows of itself and of the network: the few questions that an agent asks at
 * each heartbeat, typed.
 */
@NullMarked
package org.bulbil.tor.status;

import org.jspecify.annotations.NullMarked;
