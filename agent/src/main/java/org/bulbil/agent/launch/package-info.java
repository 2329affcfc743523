/**
 * Launching the first relays of a family, as {@code bulbil launch} does.
 *
 * <p>{@link org.bulbil.agent.launch.Request} is what a person asked for, {@link
 * org.bulbil.agent.launch.Bill} what that costs, {@link org.bulbil.agent.launch.LaunchFolder} where
 * a launch lives. Each relay is a row, {@link org.bulbil.agent.launch.Founder}, that {@link
 * org.bulbil.agent.launch.Founding} moves from state to state as {@link
 * org.bulbil.agent.birth.Nursery} moves a birth, with the same purchases and the same way to order
 * a server; the rows are all on disk, so a launch that is killed anywhere goes on where it was.
 * {@link org.bulbil.agent.launch.Budget} holds what may be spent.
 */
@NullMarked
package org.bulbil.agent.launch;

import org.jspecify.annotations.NullMarked;
