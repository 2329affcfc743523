/**
 * Planting a child: {@link org.bulbil.agent.birth.Birth} is a row that moves from state to state,
 * {@link org.bulbil.agent.birth.Nursery} moves it. A child is prepaid on a credit token of its own,
 * named by a unique hostname, and found again by the descriptor that it signs itself. Nothing here
 * can delay rent: a birth spends only what its purchase has set aside, and waits alone.
 */
@NullMarked
package org.bulbil.agent.birth;

import org.jspecify.annotations.NullMarked;
