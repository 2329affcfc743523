/**
 * Obeying its launcher's orders to stop. {@link org.bulbil.agent.stop.Obedience} remembers what was
 * ordered, for the policy to follow; {@link org.bulbil.agent.stop.OrderDoor} is where orders
 * arrive, {@link org.bulbil.agent.stop.OrderCall} who brings them, and {@link
 * org.bulbil.agent.stop.Herald} hands them on to children.
 */
@NullMarked
package org.bulbil.agent.stop;

import org.jspecify.annotations.NullMarked;
